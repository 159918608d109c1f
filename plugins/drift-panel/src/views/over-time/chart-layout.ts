import type { OverTime, TimeMark } from '../../report/history.ts';
import { LABEL_ROW, layLines, type LaidLines, type Line } from '../marks/MarkLines.tsx';
import { TIME_AXIS_HEIGHT } from '../marks/TimeAxis.tsx';
import type { Palette } from '../palette.ts';
import { HEAD_LINE } from './ChartHead.tsx';
import { linesThrough } from './lines.ts';
import { clipped, plotArea, rangeOf, type PlotArea } from './plot-area.ts';
import { LANE } from './StateLane.tsx';
import { stateRuns, type StateRun } from './state-runs.ts';

/** Everything that stands still in a chart while the pointer moves over it. */
export interface ChartLayout {
  /** Within the time axis. */
  shown: OverTime;
  lines: Line[];
  laid: LaidLines;
  runs: StateRun[];
  /** Height of the states below the plot; 0: none, or no room. */
  lane: number;
  /** Title and key in one line. */
  compact: boolean;
  /** Height of the svg below the head. */
  plot: number;
  area: PlotArea;
}

/** Lays the chart of one feature out; small charts lose words, then the states, never a line. */
export function chartLayout(
  overTime: OverTime,
  marks: readonly TimeMark[],
  palette: Palette,
  { width, height }: { width: number; height: number }
): ChartLayout {
  const shown = clipped(overTime);
  const lines = linesThrough(overTime, marks, palette);
  const runs = stateRuns(shown.points);
  const compact = height < 200;
  const lane = runs.length > 0 && height >= 140 ? LANE : 0;
  const plot = height - (compact ? HEAD_LINE : 2 * HEAD_LINE);
  const box = { width, height: plot, top: 4, bottom: TIME_AXIS_HEIGHT + lane };
  const range = rangeOf([overTime]);
  const bare = plotArea(range, box);
  const laid = layLines(lines, bare.x, bare.width, height >= 260 ? 3 : height >= 180 ? 2 : 1);
  return {
    shown,
    lines,
    laid,
    runs,
    lane,
    compact,
    plot,
    area: plotArea(range, { ...box, words: laid.rows * LABEL_ROW }),
  };
}
