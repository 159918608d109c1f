import { ask, askAll } from '../../core/ask.ts';
import { CoreError } from '../../core/io.ts';
import type { Operation, Reply } from '../../core/io.ts';
import type { Context } from '../../core/operations.ts';
import { decodeInfo } from '../../service/decode-info.ts';
import { decodeOpenApi } from '../../service/decode-openapi.ts';
import { decodeReply } from '../../service/decode-reply.ts';
import type { Detected, Model } from '../../service/model.ts';
import { errorOf } from '../../service/reply-errors.ts';
import { HEALTH, INFO, OPENAPI } from '../../service/requests.ts';

/** The service behind the URL, and its models, which the detection needs anyway. */
export interface Service extends Detected {
  models: Model[];
}

/** The URL leads to the Python service's listener that answers nothing but its health page. */
export class HealthListenerError extends CoreError {
  readonly sentence =
    'GET /info is not there (404) but /q/health is: this URL leads to the health-only listener of the Python service.';
  readonly next = 'Use the route of the API (port 4443 or 443 with TLS, 8000 or 8081 on loopback).';
  constructor() {
    super('');
    this.message = `${this.sentence} ${this.next}`;
  }
}

/** A 404 for /info has two usual causes, told apart by the health page. */
function* explainMissing(): Operation<CoreError> {
  const health = yield* ask(HEALTH);
  if (health.status === 200 && health.error === undefined) {
    return new HealthListenerError();
  }
  return new CoreError(
    'GET /info is not there (404): this URL is not that of a TrustyAI service. Check the URL in the data source settings, with its path.'
  );
}

/** 200 with a path list is Python; anything else the service itself answered is Java. */
export function readOpenApi(reply: Reply): Detected {
  const failed = errorOf(OPENAPI, reply);
  if (failed === undefined) {
    const { paths, version } = decodeReply(OPENAPI, reply, decodeOpenApi);
    return {
      dialect: 'python',
      evidence: '/openapi.json lists the paths',
      paths,
      ...(version === undefined ? {} : { apiVersion: version }),
    };
  }
  if (reply.status !== 404 && reply.status !== 405 && reply.status !== 501) {
    throw failed;
  }
  return { dialect: 'java', evidence: `/openapi.json answers ${reply.status}` };
}

/**
 * Tells which TrustyAI service answers: GET /info proves URL and token, /openapi.json tells the dialect.
 * @throws CoreError where the service cannot be reached, refuses, or is no TrustyAI service
 */
export function* detect(context: Context): Operation<Service> {
  const forced = context.settings.dialect;
  const [info, openapi] = yield* askAll([INFO, ...(forced === 'java' ? [] : [OPENAPI])]);
  if (info.status === 404 && info.error === undefined) {
    throw yield* explainMissing();
  }
  const models = decodeReply(INFO, info, decodeInfo);
  if (forced === 'java' || openapi === undefined) {
    return { dialect: 'java', evidence: 'set in the data source', models };
  }
  const detected = readOpenApi(openapi);
  return forced === 'python'
    ? { ...detected, dialect: 'python', evidence: 'set in the data source', models }
    : { ...detected, models };
}
