import { setTimeout as pause } from 'node:timers/promises';
import { CoreError, errorOf } from '@soundcheck/query';
import type { Reply, Request } from '@soundcheck/query';
import { chunksOf, uploadBody } from '@soundcheck/monitors';
import type { Reference } from '@soundcheck/monitors';

export interface Service {
  send(request: Request): Promise<Reply>;
  /** Rows under the reference's tag, by the service's own count. */
  rows(): Promise<number>;
}

export interface Upload {
  reference: Reference;
  /** Rows of the file to send: from this one on. */
  from: number;
  to: number;
  chunk: number;
  /** Rows under the tag before the first chunk. */
  before: number;
  say(sentence: string): void;
}

/** An upload ended in its middle: the sentence says how many rows are stored. */
export class BrokenUpload extends CoreError {}

const TRIES = 3;
const PAUSE_MS = 500;

function requestOf(reference: Reference, rows: { from: number; to: number }): Request {
  const body = JSON.stringify(uploadBody(reference, rows));
  return { method: 'POST', path: '/data/upload', headers: { 'Content-Type': 'application/json' }, body, write: true };
}

const count = (rows: number): string => rows.toLocaleString('en-US');

/** What to do about a chunk that failed, by how many rows the service has now. */
async function stored(service: Service, { reference, say }: Upload, failure: CoreError): Promise<number> {
  say(`${failure.message} Asking what is stored of ${reference.tag}.`);
  await pause(PAUSE_MS);
  return await service.rows();
}

/**
 * Sends the rows chunk by chunk. A chunk that failed is sent again only where the service's own count of the tag says
 * that it did not arrive: an upload sent twice is stored twice.
 * @throws BrokenUpload
 */
export async function upload(service: Service, plan: Upload): Promise<void> {
  const { reference, from, to, before, say } = plan;
  const chunks = chunksOf(from, to, plan.chunk);
  let sent = from;
  const broken = (why: string, now: number): BrokenUpload => {
    const done = now - before;
    const next =
      done > 0
        ? `Go on with --resume once the cause is mended.`
        : `Nothing of this file is stored: try again once the cause is mended.`;
    return new BrokenUpload(
      `${why} ${count(done)} of the ${count(to - from)} rows are stored as ${reference.tag} of ${reference.model}. ${next}`
    );
  };
  for (const chunk of chunks) {
    const request = requestOf(reference, chunk);
    for (let tries = 1; ; tries += 1) {
      const failure = errorOf(request, await service.send(request));
      if (failure === undefined) {
        break;
      }
      const expected = before + (sent - from);
      let now: number;
      try {
        now = await stored(service, plan, failure);
      } catch {
        throw broken(`${failure.message} What arrived could not be asked; before that,`, expected);
      }
      if (now === expected + (chunk.to - chunk.from)) {
        break;
      }
      if (now !== expected || tries === TRIES) {
        throw broken(failure.message, now);
      }
    }
    sent = chunk.to;
    if (chunks.length > 1) {
      say(`${count(sent - from)} of ${count(to - from)} rows are stored.`);
    }
  }
}
