import { t } from '../../i18n/translate.ts';
import type { OverTimePoint } from '../../report/history.ts';
import { LEVELS, type Level } from '../../report/level.ts';

export type RunKind = 'over' | 'few' | 'no data' | 'unjudged';

/** Neighbouring chunks of one state. */
export interface StateRun {
  kind: RunKind;
  /** Epoch ms. */
  from: number;
  to: number;
  /** The furthest of its chunks. */
  level: Level;
}

export function kindOf({ level, over }: OverTimePoint): RunKind | undefined {
  if (over) {
    return 'over';
  }
  return level === 'few' || level === 'no data' || level === 'unjudged' ? level : undefined;
}

/** Chunks of which there is more to say than their number, neighbours of one state together. */
export function stateRuns(points: readonly OverTimePoint[]): StateRun[] {
  const runs: StateRun[] = [];
  let last: StateRun | undefined;
  for (const point of points) {
    const { from, to, level } = point;
    const kind = kindOf(point);
    if (kind && last?.kind === kind && last.to === from) {
      last.to = to;
      last.level = LEVELS.indexOf(level) > LEVELS.indexOf(last.level) ? level : last.level;
    } else if (kind) {
      last = { kind, from, to, level };
      runs.push(last);
    } else {
      last = undefined;
    }
  }
  return runs;
}

/** A state in words: long for legends and tables, short for small boxes. */
export function kindText(kind: RunKind): { long: string; short: string } {
  switch (kind) {
    case 'over':
      return { long: t('over-time.over', 'over the limit'), short: t('over-time.over-short', 'over') };
    case 'few':
      return { long: t('over-time.few', 'too few rows'), short: t('over-time.few-short', 'few') };
    case 'no data':
      return { long: t('over-time.no-data', 'no data'), short: t('over-time.no-data', 'no data') };
    case 'unjudged':
      return { long: t('over-time.unjudged', 'not judged'), short: t('over-time.unjudged', 'not judged') };
  }
}
