import { assess, sortedSample, type Assessment, type Sample } from '@soundcheck/drift';
import type { DataSet } from '../../read/data-set.ts';
import { isAbsent, type Absent } from '../../report/absent.ts';
import type { Distribution } from '../../report/distribution.ts';
import type { FeatureDetail } from '../../report/detail.ts';
import type { Calendar, OverTime } from '../../report/history.ts';
import type { Work } from '../../run/analyst.ts';
import { chunkSamples, type ChunkAxis } from '../chunk-axis.ts';
import type { ChunkVerdicts } from '../chunks/judge-chunks.ts';
import { overOf } from '../chunks/runs.ts';
import type { FeatureData } from '../features/feature-data.ts';
import { formats } from '../format.ts';
import { LEVELS } from '../../report/level.ts';
import { readImportance } from '../importance.ts';
import { assessOptionsOf } from '../rows/assess-options.ts';
import { rowVerdicts, type RowVerdict } from '../rows/row-verdicts.ts';
import type { AnalysisSettings } from '../settings.ts';
import { calendarOfChunks, calendarOfRows } from './calendar/calendar.ts';
import { timedRows } from './calendar/timed-rows.ts';
import { contributionOf } from './distribution/contribution.ts';
import { distributionOf } from './distribution/distribution.ts';
import { chunksOverTime } from './over-time/chunks-over-time.ts';
import { referenceBandOf } from './over-time/reference-band.ts';
import { ridgelineOf } from './ridgeline/ridgeline.ts';
import { causeInWords } from './verdict-words.ts';

/** Fewer draws than for the verdict on a feature: 168 hours are judged at once. */
const DRAWS = 199;

/** The verdict on the only feature of the data, and on each of its chunks where there is an axis. */
export function* verdictOn(
  data: DataSet,
  axis: ChunkAxis | Absent,
  settings: AnalysisSettings
): Work<RowVerdict | undefined> {
  const importance = readImportance('', new Set());
  const { verdicts } = yield* rowVerdicts(data, { settings, formats: formats(settings), importance, axis });
  return verdicts[0];
}

/** Numbers sorted once for all that follows. */
export function ready(sample: Sample | undefined): Sample {
  return sample instanceof Float64Array ? sortedSample(sample) : (sample ?? []);
}

/** Reference against current, with what each cell adds. */
export function comparisonOf(
  { reference, current }: { reference: Sample; current: Sample },
  assessment: Assessment | undefined,
  settings: AnalysisSettings
): Pick<FeatureDetail, 'distribution' | 'contribution'> {
  const words = formats(settings);
  const drawn = distributionOf(reference, current, settings, words);
  if (isAbsent(drawn)) {
    return { distribution: drawn, contribution: drawn };
  }
  if (!assessment) {
    return { distribution: drawn, contribution: { absent: 'There is only one side, so there is nothing to compare.' } };
  }
  const distribution: Distribution = { ...drawn, sentence: causeInWords(assessment, drawn, words) };
  const judged = { reference, current, assessment };
  return { distribution, contribution: contributionOf(judged, distribution, words) };
}

/** Drift over time of rows or counts. @param data of the feature alone */
export function* overTimeOfRows(
  data: DataSet,
  { data: { feature }, assessment, chunks }: RowVerdict,
  axis: ChunkAxis | Absent,
  settings: AnalysisSettings
): Work<OverTime | Absent> {
  if (isAbsent(axis)) {
    return axis;
  }
  if (!assessment || !chunks) {
    return { absent: 'There is only one side of this feature, so there is nothing to compare over time.' };
  }
  const given = settings.limit.by !== 'significance' && assessment.basis === 'limit';
  const limit = { ...settings.limit, by: 'significance' as const };
  const bySignificance = given ? yield* verdictOn(data, axis, { ...settings, limit }) : undefined;
  const referenceBand = yield* referenceBandOf(data, axis, settings);
  const history = {
    feature,
    axis,
    chunks,
    assessment,
    ...(bySignificance?.chunks && { scale: bySignificance.chunks.limit }),
    ...(referenceBand && { referenceBand }),
  };
  return chunksOverTime(history, settings, formats(settings));
}

/** How the distribution went from chunk to chunk. */
export function ridgelineOfRows(
  { feature, reference }: { feature: FeatureData; reference: Sample },
  distribution: Distribution | Absent,
  { axis, chunks }: { axis: ChunkAxis | Absent; chunks: ChunkVerdicts | undefined },
  settings: AnalysisSettings
): FeatureDetail['ridgeline'] {
  if (isAbsent(distribution) || isAbsent(axis)) {
    return isAbsent(axis) ? axis : { absent: isAbsent(distribution) ? distribution.absent : '' };
  }
  const over = chunks ? overOf(chunks.level) : [];
  const samples = chunkSamples(feature, axis).map((sample, at) => ({
    from: axis.from[at] ?? NaN,
    to: axis.to[at] ?? NaN,
    sample,
    over: over[at] === true,
  }));
  return ridgelineOf(distribution.cells, { reference, chunks: samples }, settings, formats(settings));
}

/** Drift by weekday and hour: of rows by their own times, of counts by the chunks that they came in. */
export function* calendarOfFeature(
  { reference, current }: FeatureData,
  { assessment, chunks, axis }: Pick<RowVerdict, 'assessment' | 'chunks'> & { axis: ChunkAxis | Absent },
  settings: AnalysisSettings
): Work<Calendar | Absent> {
  const words = formats(settings);
  if (!assessment || !reference) {
    return { absent: 'There is only one side of this feature, so there is nothing to compare by weekday and hour.' };
  }
  const rows = current && timedRows(current);
  if (rows) {
    yield { share: 0, doing: '' };
    const before = timedRows(reference);
    yield { share: 0, doing: '' };
    const limit = settings.limit.by !== 'significance' && assessment.basis === 'limit' ? assessment.limit : undefined;
    const options = { ...assessOptionsOf(settings), ...(limit && { limit }), nullScale: { draws: DRAWS } };
    const judge = (p: Sample, q: Sample) => assess(p, q, options);
    const whole = before?.all ?? ready(reference.sample);
    return yield* calendarOfRows({ reference: before, current: rows }, { judge, whole }, settings, words);
  }
  if (isAbsent(axis) || !chunks) {
    return { absent: 'The current data has no time, so there is no weekday and hour: query a time column.' };
  }
  const points = Array.from(axis.from, (from, at) => {
    const effect = chunks.effect[at] ?? NaN;
    return { from, level: LEVELS[chunks.level[at] ?? 0] ?? 'no data', ...(!Number.isNaN(effect) && { effect }) };
  });
  return calendarOfChunks(points, settings, words);
}
