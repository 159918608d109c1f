import { afterAll, describe, expect, it } from 'vitest';
import { isRecord } from '../record.ts';
import { jsonDifferences, metricsDifferences } from './differences.ts';
import { comparableLines, expectedJson } from './expected.ts';
import { notPlayed } from './not-played.ts';
import { Player } from './player.ts';
import type { Answer } from './player.ts';
import { readExchanges, recordingsFolder } from './recordings.ts';
import type { Exchange } from './recordings.ts';
import { stepsBefore } from './steps.ts';

const folder = recordingsFolder();

describe.skipIf(folder === undefined)('recorded exchanges, played in order', () => {
  if (folder === undefined) return;
  const exchanges = readExchanges(folder);
  const steps = new Map(stepsBefore(folder));
  const player = new Player();
  const reasons = new Map<string, number>();
  let played = 0;

  for (const exchange of exchanges) {
    const skipped = notPlayed.find(({ name }) => name.test(exchange.name));
    if (skipped) {
      reasons.set(skipped.reason, (reasons.get(skipped.reason) ?? 0) + 1);
      continue;
    }
    it(exchange.name, async () => {
      // Steps that stand before exchanges that are not played come before the next one that is.
      for (const [number, due] of steps) {
        if (number > exchange.number) break;
        steps.delete(number);
        await player.prepare(due);
      }
      const answer = await player.send(exchange);
      played += 1;
      expect(differences(exchange, answer, player)).toEqual([]);
    });
  }

  afterAll(() => {
    console.log(`${played} of ${exchanges.length} exchanges played.`);
    for (const [reason, count] of reasons) console.log(`  ${count} not played: ${reason}`);
  });
});

const missing = 'needs the recorded exchanges: set SOUNDCHECK_RECORDINGS to their folder';
if (folder === undefined && process.env['CI'] !== 'true') {
  console.warn(`The contract test ${missing}.`);
  it.skip(missing, () => undefined);
} else if (folder === undefined) {
  it(missing, () => expect.fail(`The contract test ${missing}.`));
}

/** What of the answer is not as recorded: status, headers, then the body by its kind. */
function differences(exchange: Exchange, answer: Answer, { ids }: Player): string[] {
  const found: string[] = [];
  if (answer.status !== exchange.status) {
    found.push(`status: recorded ${exchange.status}, ours ${answer.status} ${answer.body.slice(0, 300)}`);
  }
  for (const [name, value] of Object.entries(exchange.replyHeaders)) {
    if (answer.headers[name] !== value) found.push(`${name}: recorded ${value}, ours ${answer.headers[name]}`);
  }
  if (found.length > 0 || exchange.note.includes('/^NOTHING/')) return found;
  if (exchange.path.startsWith('/openapi.json')) return descriptionDifferences(exchange.reply, answer.body);
  if (exchange.path === '/' && exchange.method === 'GET') return rootDifferences(answer.body);
  if (exchange.path.startsWith('/q/metrics')) {
    return metricsDifferences(comparableLines(exchange.reply, exchange), comparableLines(answer.body, exchange), ids);
  }
  if (exchange.replyHeaders['content-type'] === 'application/json' && exchange.reply !== '') {
    return jsonDifferences(expectedJson(exchange), JSON.parse(answer.body), ids);
  }
  return answer.body === exchange.reply ? [] : [`body: recorded ${exchange.reply}, ours ${answer.body}`];
}

/** The greeting says that this is an emulator, so only its shape is as recorded. */
function rootDifferences(ours: string): string[] {
  const body: unknown = JSON.parse(ours);
  const greets = isRecord(body) && Object.keys(body).join() === 'message' && /emulator/.test(String(body['message']));
  return greets ? [] : [`root: ours ${ours}`];
}

/** Our paths are recorded paths with the same methods; those missing are the ones not played. */
function descriptionDifferences(recorded: string, ours: string): string[] {
  const theirs = pathsOf(recorded);
  const mine = pathsOf(ours);
  const foreign = [...mine]
    .filter(([path, methods]) => theirs.get(path) !== methods)
    .map(([path]) => `not recorded: ${path}`);
  const missing = [...theirs.keys()].filter(
    (path) => !mine.has(path) && !/\/(mmd|fouriermmd|ksteststreaming|approxkstest)(\/|$)|^\/consumer\//.test(path)
  );
  return [...foreign, ...missing.map((path) => `missing: ${path}`)];
}

function pathsOf(text: string): Map<string, string> {
  const document: unknown = JSON.parse(text);
  const paths = isRecord(document) && isRecord(document['paths']) ? document['paths'] : {};
  return new Map(
    Object.entries(paths).map(([path, methods]) => [
      path,
      Object.keys(isRecord(methods) ? methods : {})
        .sort()
        .join(),
    ])
  );
}
