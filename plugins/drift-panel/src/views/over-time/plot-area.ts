import { scaleLinear, type ScaleLinear } from 'd3';
import type { OverTime } from '../../report/history.ts';
import { textWidth } from '../marks/text-width.ts';
import { thinned, valueTicks, type ValueTick } from '../marks/value-ticks.ts';

/** Where things stand in a chart over time. Pixels. */
export interface PlotArea {
  left: number;
  top: number;
  width: number;
  height: number;
  /** Epoch ms → from `left`; not clamped. */
  x: ScaleLinear<number, number>;
  /** Units of the axis → from `top`; what is beyond the axis stands at its end. */
  y: ScaleLinear<number, number>;
  ticks: ValueTick[];
}

export interface Range {
  from: number;
  to: number;
  yMin: number;
  yMax: number;
  ticks: OverTime['ticks'];
}

const RIGHT = 8;
const LEAST_LEFT = 30;

/** The range that several features share. */
export function rangeOf(histories: readonly OverTime[]): Range {
  const most = (values: number[]) => values.filter(Number.isFinite).reduce((a, b) => Math.max(a, b), -Infinity);
  const low = -most(histories.map(({ yMin }) => -yMin));
  const high = most(histories.map(({ yMax }) => yMax));
  const yMin = Number.isFinite(low) ? low : 0;
  const ticks = histories.reduce<OverTime['ticks']>((a, b) => (b.ticks.length > a.length ? b.ticks : a), []);
  return {
    from: -most(histories.map(({ from }) => -from)),
    to: most(histories.map(({ to }) => to)),
    yMin,
    yMax: high > yMin ? high : yMin + 1,
    ticks,
  };
}

/** Only what lies within the time axis; chunks that reach beyond it end there. */
export function clipped(overTime: OverTime): OverTime {
  const { from, to } = overTime;
  const points = overTime.points
    .filter((point) => point.to > from && point.from < to)
    .map((point) => ({ ...point, from: Math.max(from, point.from), to: Math.min(to, point.to) }));
  return { ...overTime, points };
}

interface Box {
  width: number;
  height: number;
  /** Room above and below the plot. */
  top: number;
  bottom: number;
  /** Room inside the plot above the highest value, for words. */
  words?: number;
  /** Room beside the plot; left absent: what the labels need. */
  left?: number;
  right?: number;
}

/** Lays a plot out inside a box. */
export function plotArea(range: Range, { width, height, top, bottom, words = 0, left, right = RIGHT }: Box): PlotArea {
  const plotHeight = Math.max(24, height - top - bottom);
  const y = scaleLinear()
    .domain([range.yMin, range.yMax])
    .range([plotHeight, Math.min(words + 4, plotHeight / 2)])
    .clamp(true);
  const ticks = range.ticks.length
    ? thinned(
        range.ticks
          .filter((tick) => tick.y >= range.yMin && tick.y <= range.yMax)
          .map((tick) => ({ value: tick.y, at: y(tick.y), text: tick.text }))
          .sort((a, b) => b.at - a.at),
        'y'
      )
    : valueTicks(y, 'y');
  const labels = Math.max(LEAST_LEFT, ...ticks.map(({ text }) => textWidth(text) + 10));
  const plotLeft = left ?? Math.min(Math.ceil(labels), width / 3);
  const plotWidth = Math.max(20, width - plotLeft - right);
  return {
    left: plotLeft,
    top,
    width: plotWidth,
    height: plotHeight,
    x: scaleLinear().domain([range.from, range.to]).range([0, plotWidth]),
    y,
    ticks,
  };
}

/** Place of the point that holds at a time; in a gap between points the one before. */
export function pointAt(points: ReadonlyArray<{ from: number }>, time: number): number {
  let found = 0;
  for (let at = 0; at < points.length; at++) {
    if ((points[at]?.from ?? Infinity) > time) {
      break;
    }
    found = at;
  }
  return found;
}
