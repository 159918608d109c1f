import { afterAll, describe, expect, it } from 'vitest';
import type { DialectName } from '../dialect.ts';
import type { Ids } from './ids.ts';
import { Player } from './player.ts';
import type { Answer } from './player.ts';
import { readExchanges, recordingsFolder } from './recordings.ts';
import type { Exchange } from './recordings.ts';
import type { Step } from './step.ts';

/** How the recordings of one service are played. */
export interface Play {
  dialect: DialectName;
  /** Steps before the exchange of that number. */
  stepsBefore(folder: string): ReadonlyMap<number, readonly Step[]>;
  /** Exchanges that are left out, by a pattern on their name, and why. */
  notPlayed: ReadonlyArray<{ name: RegExp; reason: string }>;
  /** Exchanges that are played, but of which a part is not compared, and why. */
  partly?: ReadonlyArray<{ name: RegExp; reason: string }>;
  /** How the body of an answer is not as recorded, one line each. */
  bodyDifferences(exchange: Exchange, answer: Answer, ids: Ids): string[];
}

/** Makes one test of every recorded exchange, in the order in which they were made. */
export function playRecordings(play: Play): void {
  const folder = recordingsFolder();
  describe.skipIf(folder === undefined)('recorded exchanges, played in order', () => {
    if (folder === undefined) return;
    const exchanges = readExchanges(folder, play.dialect);
    const steps = new Map(play.stepsBefore(folder));
    const player = new Player(play.dialect);
    const reasons = new Map<string, number>();
    let played = 0;

    for (const exchange of exchanges) {
      const skipped = play.notPlayed.find(({ name }) => name.test(exchange.name));
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
        expect(differences(play, exchange, answer, player.ids)).toEqual([]);
      });
    }

    afterAll(() => {
      console.log(`${played} of ${exchanges.length} exchanges with the ${play.dialect} service played.`);
      for (const [reason, count] of reasons) console.log(`  ${count} not played: ${reason}`);
      for (const { name, reason } of play.partly ?? []) {
        const count = exchanges.filter((exchange) => name.test(exchange.name)).length;
        console.log(`  ${count} compared in part: ${reason}`);
      }
    });
  });
  if (folder === undefined) sayMissing();
}

/** Without recordings there is a line that says so; where tests must be complete, a failure. */
function sayMissing(): void {
  const missing = 'needs the recorded exchanges: set SOUNDCHECK_RECORDINGS to their folder';
  if (process.env['CI'] === 'true') {
    it(missing, () => expect.fail(`The contract test ${missing}.`));
  } else {
    console.warn(`The contract test ${missing}.`);
    it.skip(missing, () => undefined);
  }
}

/** What of the answer is not as recorded: status, headers, then the body. */
function differences(play: Play, exchange: Exchange, answer: Answer, ids: Ids): string[] {
  const found: string[] = [];
  if (answer.status !== exchange.status) {
    found.push(`status: recorded ${exchange.status}, ours ${answer.status} ${answer.body.slice(0, 300)}`);
  }
  for (const [name, value] of Object.entries(exchange.replyHeaders)) {
    if (answer.headers[name] !== value) found.push(`${name}: recorded ${value}, ours ${answer.headers[name]}`);
  }
  if (found.length > 0 || exchange.note.includes('/^NOTHING/')) return found;
  return play.bodyDifferences(exchange, answer, ids);
}
