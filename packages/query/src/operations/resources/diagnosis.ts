import { isMetricKey } from '../../catalogue/catalogue.ts';
import { queryError } from '../../core/io.ts';
import type { Operation } from '../../core/io.ts';
import type { Context } from '../../core/operations.ts';
import { diagnose } from '../../diagnosis/diagnose.ts';
import type { ScrapeHistory } from '../../diagnosis/evidence.ts';
import { NO_MODELS } from '../queries/models.ts';
import { HealthListenerError } from '../service/detect.ts';
import { gatherEvidence } from '../service/evidence.ts';
import type { Resources } from './resources.ts';

type Params = Readonly<Record<string, string>>;

function flag(params: Params, name: string): boolean | undefined {
  const text = params[name];
  if (text === undefined || text === '') {
    return undefined;
  }
  if (text !== 'true' && text !== 'false') {
    throw queryError(`The parameter ${name} is "${text}": it must be true or false.`);
  }
  return text === 'true';
}

function number(params: Params, name: string): number | undefined {
  const text = params[name];
  if (text === undefined || text === '') {
    return undefined;
  }
  const value = Number(text);
  if (!Number.isFinite(value)) {
    throw queryError(`The parameter ${name} is "${text}": it must be a number.`);
  }
  return value;
}

/** What the asker saw in Prometheus; nothing where it asked no Prometheus. */
function historyOf(params: Params): ScrapeHistory | undefined {
  const frozen = flag(params, 'frozen');
  const grew = number(params, 'observationsGrew');
  const requests = (params['requests'] ?? '').split(',').filter((id) => id !== '');
  const scraped = flag(params, 'scraped') ?? (requests.length > 0 || frozen !== undefined ? true : undefined);
  return scraped === undefined ? undefined : { scraped, requests, frozen, observationsGrew: grew };
}

/** `diagnosis`: what is wrong with the scheduled metrics of a model, or of all models. */
export function* readDiagnosis(params: Params, context: Context): Operation<Resources['diagnosis']> {
  const { model, metric } = params;
  if (metric && !isMetricKey(metric)) {
    throw queryError(`The metric "${metric}" is not known: choose one of those that the data source lists.`);
  }
  const history = historyOf(params);
  try {
    const scope = { model: model || undefined, metric: metric && isMetricKey(metric) ? metric : undefined };
    const { evidence, failures } = yield* gatherEvidence(scope, context);
    const diagnoses = evidence.flatMap((one) => diagnose({ ...one, history }));
    const message = [...(evidence.length === 0 ? [NO_MODELS] : []), ...failures].join(' ');
    return message ? { diagnoses, message } : { diagnoses };
  } catch (error) {
    if (error instanceof HealthListenerError) {
      const { sentence, next } = error;
      return { diagnoses: [{ state: 'health listener', severity: 'error', model: model ?? '', sentence, next }] };
    }
    throw error;
  }
}
