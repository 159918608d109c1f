import { frame, numbers, time, type FrameJson } from '../dashboard/frame.ts';
import { draw, rounded } from './draw.ts';
import { evenly } from './times.ts';
import { isWeekdayNight } from './week.ts';

/** A row every 4 minutes: 30 in each hour of the week, which is the least that is judged. */
const ROWS = 5040;

/** Two features of which one drifts on weekday nights only, so that a calendar has something to show. */
export function nightFrames(): { reference: FrameJson; current: FrameJson } {
  const { normal } = draw(4);
  const times = evenly(ROWS);
  const values = (count: number, mean: (row: number) => number) =>
    Array.from({ length: count }, (_, row) => rounded(normal(mean(row), 100)));
  return {
    reference: frame([
      numbers(
        'latency_ms',
        values(1000, () => 500)
      ),
      numbers(
        'orders',
        values(1000, () => 500)
      ),
    ]),
    current: frame([
      time(times),
      numbers(
        'latency_ms',
        values(ROWS, (row) => (isWeekdayNight(times[row] ?? NaN) ? 620 : 500))
      ),
      numbers(
        'orders',
        values(ROWS, () => 500)
      ),
    ]),
  };
}
