import { isRecord } from '../../record.ts';
import { jsonDifferences, metricsDifferences } from '../differences.ts';
import type { Ids } from '../ids.ts';
import { playRecordings } from '../play.ts';
import type { Answer } from '../player.ts';
import type { Exchange } from '../recordings.ts';
import { comparableLines, expectedJson } from './expected.ts';
import { notPlayed } from './not-played.ts';
import { stepsBefore } from './steps.ts';

playRecordings({ dialect: 'python', stepsBefore, notPlayed, bodyDifferences });

function bodyDifferences(exchange: Exchange, answer: Answer, ids: Ids): string[] {
  if (exchange.path.startsWith('/openapi.json')) return descriptionDifferences(exchange.reply, answer.body);
  if (exchange.path === '/' && exchange.method === 'GET') return rootDifferences(answer.body);
  if (exchange.path.startsWith('/q/metrics')) {
    return metricsDifferences(comparableLines(exchange.reply, exchange), comparableLines(answer.body, exchange), ids);
  }
  if (exchange.replyHeaders['content-type'] === 'application/json' && exchange.reply !== '') {
    return jsonDifferences(expectedJson(exchange), JSON.parse(answer.body), { ids, ordered: false });
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
