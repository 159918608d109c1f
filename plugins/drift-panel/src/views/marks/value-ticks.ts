import type { ScaleContinuousNumeric } from 'd3';
import { textWidth } from './text-width.ts';

export interface ValueTick {
  value: number;
  /** Pixels along the axis. */
  at: number;
  text: string;
}

/** Linear, log, symlog, power: whatever puts values onto pixels and knows round ones. */
export type ValueScale = ScaleContinuousNumeric<number, number>;

/** Least pixels between two labels. */
const GAP = 10;
const LINE = 15;

/**
 * Drops ticks whose labels would touch, from the start of the list on; equal texts are dropped too, since decimals of
 * the field may round two ticks to one.
 * @param along 'x': labels need their width; 'y': their height
 */
export function thinned(ticks: readonly ValueTick[], along: 'x' | 'y'): ValueTick[] {
  const kept: ValueTick[] = [];
  for (const tick of ticks) {
    const last = kept[kept.length - 1];
    const room = last === undefined ? 0 : Math.abs(tick.at - last.at);
    const need =
      last === undefined ? 0 : along === 'y' ? LINE : (textWidth(last.text) + textWidth(tick.text)) / 2 + GAP;
    if (last === undefined || (room >= need && tick.text !== last.text)) {
      kept.push(tick);
    }
  }
  return kept;
}

/**
 * Round values of a scale with labels that do not touch.
 * @param format absent: the scale's own short numbers
 */
export function valueTicks(scale: ValueScale, along: 'x' | 'y', format?: (value: number) => string): ValueTick[] {
  const [start = 0, end = 0] = scale.range();
  const count = Math.max(2, Math.min(10, Math.floor(Math.abs(end - start) / (along === 'x' ? 76 : 36))));
  const text = format ?? scale.tickFormat(count);
  const ticks = scale
    .ticks(count)
    .map((value) => ({ value, at: scale(value), text: text(value) }))
    // A log scale leaves its minor ticks without a text.
    .filter((tick) => Number.isFinite(tick.at) && tick.text !== '');
  return thinned(ticks, along);
}
