import type { GrafanaTheme2 } from '@grafana/data';
import type { OverTime } from '../../report/history.ts';
import { LABEL_ROW, layLines, linesOf, type LaidLines, type Line } from '../marks/MarkLines.tsx';
import { textWidth } from '../marks/text-width.ts';
import { TIME_AXIS_HEIGHT } from '../marks/TimeAxis.tsx';
import { paletteOf } from '../palette.ts';
import type { Scene } from '../scene.ts';
import { HEAD_LINE } from './ChartHead.tsx';
import { LEADER } from './EndLabels.tsx';
import { clipped, plotArea, rangeOf, type PlotArea, type Range } from './plot-area.ts';
import { MOST_COLOURED, seriesStyle, type SeriesStyle } from './series-style.ts';

/** One of several lines. */
export interface Series extends OverTime {
  /** As the feature is called on the dashboard. */
  name: string;
  style: SeriesStyle;
}

/** Everything that stands still in a chart of several features while the pointer moves over it. */
export interface JoinedLayout {
  range: Range;
  series: Series[];
  lines: Line[];
  laid: LaidLines;
  /** Height of the svg below the head. */
  plot: number;
  /** Room for the names at the right. */
  right: number;
  area: PlotArea;
}

type Names = Pick<Scene, 'marks' | 'label' | 'colour'>;

/** Lays several features out on one axis. */
export function joinedLayout(
  histories: readonly OverTime[],
  { marks, label, colour }: Names,
  theme: GrafanaTheme2,
  { width, height }: { width: number; height: number }
): JoinedLayout {
  const range = rangeOf(histories);
  const series = histories.map((overTime, at) => ({
    ...clipped({ ...overTime, from: range.from, to: range.to }),
    name: label(overTime.feature),
    style: seriesStyle(theme, at, colour(overTime.feature)),
  }));
  const widest = Math.max(0, ...series.slice(0, MOST_COLOURED).map(({ name }) => textWidth(name)));
  const right = Math.ceil(Math.min(widest, width * 0.3)) + LEADER + 4;
  const plot = height - 2 * HEAD_LINE;
  const lines = linesOf(marks, paletteOf(theme));
  const box = { width, height: plot, top: 4, bottom: TIME_AXIS_HEIGHT, right };
  const bare = plotArea(range, box);
  const laid = layLines(lines, bare.x, bare.width, 1);
  return { range, series, lines, laid, plot, right, area: plotArea(range, { ...box, words: laid.rows * LABEL_ROW }) };
}
