import { scaleLinear, scaleSymlog } from 'd3';
import type { ValueScale } from '../marks/value-ticks.ts';

const LINEAR_UP_TO = 6;

/** The finite numbers of an axis, a little wider than they are; from 0 unless they all lie far from it. */
function domainOf(values: readonly number[]): [number, number] {
  const finite = values.filter(Number.isFinite);
  const lowest = finite.reduce((a, b) => Math.min(a, b), Infinity);
  const highest = finite.reduce((a, b) => Math.max(a, b), -Infinity);
  if (lowest > highest) {
    return [0, 1];
  }
  const low = lowest >= 0 && lowest <= highest / 2 ? 0 : lowest;
  const span = highest - low || Math.abs(highest) || 1;
  return [low === 0 ? 0 : low - span * 0.06, highest + span * 0.06];
}

export function xScale(values: readonly number[], width: number): ValueScale {
  return scaleLinear().domain(domainOf(values)).range([0, width]).clamp(true);
}

/** Effects: the limit is always on the axis; where a few are far beyond it, equal steps become equal ratios. */
export function effectScale(values: readonly number[], height: number): ValueScale {
  const [low, high] = domainOf([...values, 0, 1.3]);
  const scale = high > LINEAR_UP_TO ? scaleSymlog().constant(0.5) : scaleLinear();
  return scale.domain([low, high]).range([height, 0]).clamp(true);
}

const ROUND = [0, 0.5, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 10_000, 100_000];

/** Ticks of effects: round ones with the limit among them. */
export function effectTicks(scale: ValueScale): number[] {
  const [low = 0, high = 1] = scale.domain();
  return high > LINEAR_UP_TO ? ROUND.filter((tick) => tick >= low && tick <= high) : scale.ticks(6);
}
