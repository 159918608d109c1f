import type { Scatter } from '../../report/scatter.ts';
import { t } from '../../i18n/translate.ts';
import { textWidth } from '../marks/text-width.ts';
import { thinned, valueTicks, type ValueScale, type ValueTick } from '../marks/value-ticks.ts';
import type { Box } from './place-points.ts';
import { effectScale, effectTicks, xScale } from './scatter-scales.ts';

/** Where things stand in the scatter. Pixels. */
export interface ScatterArea {
  left: number;
  top: number;
  width: number;
  height: number;
  x: ValueScale;
  y: ValueScale;
  xTicks: ValueTick[];
  yTicks: ValueTick[];
}

const TOP = 8;
const RIGHT = 10;
const AXIS = 18;
const AXIS_TITLE = 15;

/** Lays the scatter out inside a box of its own. */
export function scatterArea({ points }: Scatter, width: number, height: number): ScatterArea {
  const plotHeight = Math.max(40, height - TOP - AXIS - AXIS_TITLE);
  const y = effectScale(
    points.map((point) => point.y),
    plotHeight
  );
  const format = y.tickFormat(6);
  const yTicks = thinned(
    effectTicks(y).map((value) => ({ value, at: y(value), text: value > 6 ? String(value) : format(value) })),
    'y'
  );
  const left = Math.ceil(Math.max(22, ...yTicks.map(({ text }) => textWidth(text) + 10)));
  const plotWidth = Math.max(40, width - left - RIGHT);
  const x = xScale(
    points.map((point) => point.x),
    plotWidth
  );
  return { left, top: TOP, width: plotWidth, height: plotHeight, x, y, xTicks: valueTicks(x, 'x'), yTicks };
}

export function limitText(): string {
  return t('scatter.limit', 'limit');
}

/** What the limit takes of the plot: its line, and its word at the right end. */
export function limitBoxes({ width, y }: ScatterArea): Box[] {
  const at = y(1);
  const word = textWidth(limitText()) + 8;
  return [
    { left: 0, top: at - 1, width, height: 2 },
    { left: width - word, top: at - 16, width: word, height: 16 },
  ];
}
