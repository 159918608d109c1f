import { t } from '../../i18n/translate.ts';
import type { OverTime, TimeMark } from '../../report/history.ts';
import { linesOf, type Line } from '../marks/MarkLines.tsx';
import type { Palette } from '../palette.ts';

/** Everything that is drawn as a line through the plot: the run that goes on, changes of level, the dashboard's marks. */
export function linesThrough(overTime: OverTime, marks: readonly TimeMark[], palette: Palette): Line[] {
  const { since, changes } = overTime;
  const ours: Line[] = changes.map(({ time, text }) => ({
    time,
    text: `◆ ${text}`,
    colour: palette.text,
    textColour: palette.text,
    dash: '1 2',
    weight: 2,
  }));
  if (since) {
    ours.push({
      time: since.time,
      text: since.text,
      colour: palette.limit,
      textColour: palette.limitText,
      dash: '2 3',
      weight: 3,
    });
  }
  return [...ours, ...linesOf(marks, palette)];
}

/** What happened within a chunk, in words. */
export function during(lines: readonly Line[], { from, to }: { from: number; to: number }): string[] {
  return lines
    .filter((line) =>
      line.end === undefined ? line.time >= from && line.time < to : line.end > from && line.time < to
    )
    .map(({ text }) => text);
}

/** Heads of the table that stands for a chart over time. */
export function tableColumns(): string[] {
  return [
    t('over-time.column.start', 'Start'),
    t('over-time.column.end', 'End'),
    t('over-time.column.finding', 'Finding'),
    t('over-time.column.state', 'State'),
  ];
}
