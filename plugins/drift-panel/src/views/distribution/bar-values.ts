import { scaleLinear, scaleLog } from 'd3';
import type { Bars, Distribution } from '../../report/distribution.ts';
import type { ValueScale } from '../marks/value-ticks.ts';
import type { Mode } from './modes.ts';

/** What stands as bars in one mode. */
export interface BarValues {
  current: number[];
  /** As outline; empty where the bars are differences already. */
  reference: number[];
  /** The same of the missing values; absent where their measure is another one than that of the bars. */
  missing?: { current: number; reference?: number };
}

/** Part of the plot's height kept free above the bar of missing values, for its words. */
const MISSING_HEAD = 0.3;

export function barValues({ current, reference, difference }: Distribution, mode: Mode['mode']): BarValues {
  switch (mode) {
    case 'count':
      return {
        current: clean(current.counts),
        reference: clean(reference.counts),
        missing: { current: current.missing, reference: reference.missing },
      };
    case 'difference':
      return {
        current: clean(difference),
        reference: [],
        missing: { current: or0(current.missingShare) - or0(reference.missingShare) },
      };
    case 'density':
      return { current: clean(current.densities), reference: clean(reference.densities) };
    default:
      return {
        current: clean(current.shares),
        reference: clean(reference.shares),
        missing: { current: or0(current.missingShare), reference: or0(reference.missingShare) },
      };
  }
}

/** Whether a side has missing values at all. */
export function hasMissing({ reference, current }: { reference: Bars; current: Bars }): boolean {
  return reference.missing > 0 || current.missing > 0;
}

/** Numbers → pixels, from zero; a log axis begins below its smallest bar, so that this bar is still seen. */
export function valueScale(values: BarValues, range: [number, number], log: boolean): ValueScale {
  const { missing } = values;
  const apart = missing ? [missing.current, missing.reference ?? 0] : [];
  const all = [...values.current, ...values.reference];
  if (log) {
    const positive = [...all, ...apart].filter((value) => value > 0);
    const low = positive.length > 0 ? Math.min(...positive) : 0.1;
    const high = positive.length > 0 ? Math.max(...positive) : 1;
    return scaleLog()
      .domain([low / 2, high > low ? high : low * 2])
      .range(range)
      .clamp(true);
  }
  const high = Math.max(0, ...all, Math.max(0, ...apart) / (1 - MISSING_HEAD));
  const low = Math.min(0, ...all, ...apart);
  return scaleLinear()
    .domain(high > low ? [low, high] : [0, 1])
    .range(range);
}

/** Where a bar begins: at zero, on a log axis at its low end. */
export function baseOf(scale: ValueScale): number {
  const [low = 0] = scale.domain();
  return scale(Math.max(low, 0));
}

function or0(value: number): number {
  return Number.isFinite(value) ? value : 0;
}

/** Shares of a side without rows are not numbers. */
function clean(values: readonly number[]): number[] {
  return values.map(or0);
}
