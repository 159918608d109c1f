import { compactText } from '../marks/numbers.ts';
import { textWidth } from '../marks/text-width.ts';
import { valueTicks, type ValueScale, type ValueTick } from '../marks/value-ticks.ts';

const GAP = 8;

/** Ticks along the bottom. A unit that all of them end with stands at the last one only. */
export function axisTicks(scale: ValueScale, format: (value: number) => string): ValueTick[] {
  const [low = 0, high = 0] = scale.range();
  const kept: Array<{ tick: ValueTick; end: number }> = [];
  for (const tick of withOneUnit(valueTicks(scale, 'x', format))) {
    // Labels at the ends are drawn inwards instead of being cut off.
    const size = textWidth(tick.text);
    const start = Math.max(low, Math.min(high - size, tick.at - size / 2));
    if (start >= (kept[kept.length - 1]?.end ?? -Infinity)) {
      kept.push({ tick, end: start + size + GAP });
    }
  }
  return kept.map(({ tick }) => tick);
}

/**
 * Ticks at the left, as wide as their room at most: units that do not fit are left out, then numbers are shortened.
 * On a log axis only those ticks that the scale itself would label.
 */
export function leftTicks(scale: ValueScale, format: (value: number) => string, room: number): ValueTick[] {
  const own = scale.tickFormat(4);
  const ticks = valueTicks(scale, 'y', (value) => own(value) && format(value));
  const fits = (all: readonly ValueTick[]) => all.every(({ text }) => textWidth(text) <= room);
  const unit = commonUnit(ticks);
  const bare = ticks.map((tick) => ({ ...tick, text: tick.text.slice(0, tick.text.length - unit.length) }));
  return fits(ticks) ? ticks : fits(bare) ? bare : ticks.map((tick) => ({ ...tick, text: compactText(tick.value) }));
}

/** What all texts end with after their number: " bpm"; empty where they differ. */
function commonUnit(ticks: readonly ValueTick[]): string {
  const unit = /[\s\u00a0][^\d]*$/.exec(ticks[0]?.text ?? '')?.[0] ?? '';
  return ticks.every(({ text }) => text.endsWith(unit)) ? unit : '';
}

function withOneUnit(ticks: readonly ValueTick[]): ValueTick[] {
  const unit = commonUnit(ticks);
  if (unit === '') {
    return [...ticks];
  }
  const last = ticks.length - 1;
  return ticks.map((tick, i) => (i === last ? tick : { ...tick, text: tick.text.slice(0, -unit.length) }));
}
