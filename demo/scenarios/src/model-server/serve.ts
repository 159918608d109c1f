import { Random } from '../random.ts';
import type { DurationName } from './families.ts';

/** What serving one row cost, in whole microseconds, and whether a failed request came before it. */
export interface Served {
  failedBefore: boolean;
  durations: Record<DurationName, number>;
}

const stream = 4;

/** Medians and spreads (of the logarithm) of the parts of a request's time, near those of a small network on a CPU. */
const parts = {
  inference: { medianUs: 400, spread: 0.22 },
  wait: { medianUs: 4.5, spread: 0.5 },
  rest: { medianUs: 150, spread: 0.4 },
};
/** Now and then something else on the machine is in the way. */
const hiccup = { share: 0.004, factor: 40 };
const failShare = 0.005;

/** Serves request `index` of a scenario; the same index costs the same in history and when it is told again. */
export function serve(seed: number, index: number): Served {
  const random = new Random(seed, stream, index);
  const draw = ({ medianUs, spread }: { medianUs: number; spread: number }) =>
    medianUs * Math.exp(spread * random.normal());
  const slow = random.uniform() < hiccup.share ? hiccup.factor : 1;
  const inference = Math.round(draw(parts.inference));
  const wait = Math.round(draw(parts.wait) * slow);
  const rest = Math.round(draw(parts.rest) * slow);
  return {
    failedBefore: random.uniform() < failShare,
    durations: { inference, wait, request: inference + wait + rest },
  };
}
