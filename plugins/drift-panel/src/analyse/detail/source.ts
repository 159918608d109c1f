import type { DataSet } from '../../read/data-set.ts';
import type { Absent } from '../../report/absent.ts';
import type { Work } from '../../run/analyst.ts';
import { chunkAxisOf, type ChunkAxis } from '../chunk-axis.ts';
import { chooseGroup, groupSeries, type MetricGroup } from '../metric-groups.ts';
import { ROWS } from '../report-of.ts';
import { sampleStep, scoreAxis } from '../score-history.ts';
import { judgeGroup, type FeatureJudgement } from '../score-judgements.ts';
import type { AnalysisSettings } from '../settings.ts';

/** What the shown verdicts come from, as in the report: the scores of one metric, or the rows themselves. */
export interface Source {
  /** The chunks of the heatmap. */
  axis: ChunkAxis | Absent;
  scores?: { group: MetricGroup; judgements: FeatureJudgement[] };
}

/** Looks at the scores as the report does, so that both speak of one metric and of the same chunks. */
export function* sourceOf(data: DataSet, settings: AnalysisSettings): Work<Source> {
  const hasRows = data.tables.length > 0 || data.counts.length > 0;
  const group =
    hasRows && settings.clicked === ROWS
      ? undefined
      : chooseGroup(groupSeries(data.scores), settings.clicked, settings.metric);
  if (!group) {
    return { axis: chunkAxisOf(data, settings) };
  }
  const judgements = yield* judgeGroup(group, settings);
  const steps = judgements.flatMap(({ history }) => sampleStep(history.map(({ time }) => time)) ?? []);
  const finest = steps.reduce((least, step) => Math.min(least, step), Infinity);
  const axis =
    steps.length > 0
      ? scoreAxis(settings, finest)
      : { absent: 'One number a feature and no history: query a time series of scores to see drift over time.' };
  return { axis, scores: { group, judgements } };
}
