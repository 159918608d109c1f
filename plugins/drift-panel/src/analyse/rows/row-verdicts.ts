import {
  assessMeasured,
  describeSample,
  isDriftError,
  measureFeature,
  sortedSample,
  type Assessment,
  type AssessManyOptions,
  type Limit,
  type ManyAssessments,
  type MeasuredFeature,
  type Sample,
} from '@soundcheck/drift';
import type { DataSet } from '../../read/data-set.ts';
import { isAbsent, type Absent } from '../../report/absent.ts';
import type { QualityRow } from '../../report/quality.ts';
import type { Twin } from '../../report/report.ts';
import type { Work } from '../../run/analyst.ts';
import { chunkSamples, type ChunkAxis } from '../chunk-axis.ts';
import { judgeChunks, noVerdicts, type ChunkVerdicts } from '../chunks/judge-chunks.ts';
import { featureData, type FeatureData } from '../features/feature-data.ts';
import { rowsInOrder } from '../features/rows-in-order.ts';
import type { Formats } from '../format.ts';
import type { Importance } from '../importance.ts';
import type { AnalysisSettings } from '../settings.ts';
import { assessOptionsOf } from './assess-options.ts';
import { limitsOf } from './limits.ts';
import { oneSidedQuality, qualityRow } from './quality.ts';
import { twinOf } from './twin.ts';

/** What is known of one feature from its rows or counts. */
export interface RowVerdict {
  data: FeatureData;
  /** Absent where a side is. */
  assessment?: Assessment;
  /** Absent where there is no time, or nothing over time is asked for. */
  chunks?: ChunkVerdicts;
  twin?: Twin;
  quality: QualityRow;
}

export interface RowVerdicts {
  verdicts: RowVerdict[];
  many: ManyAssessments;
  options: AssessManyOptions;
  axis: ChunkAxis | Absent;
  /** What of the settings could not be kept, one sentence each. */
  notices: string[];
}

/** What the verdicts are made with. */
export interface RowContext {
  settings: AnalysisSettings;
  formats: Formats;
  importance: Importance;
  axis: ChunkAxis | Absent;
}

/** So many cells of the heatmap at most are looked at once more by the exact law where they are near their limit. */
const MOST_EXACT = 5_000;

interface Measured {
  data: FeatureData;
  measured?: MeasuredFeature;
  chunks?: ChunkVerdicts;
  twin?: Twin;
  quality: QualityRow;
}

/**
 * Judges all features as `assessMany` does on their samples, and each chunk by the same test. Sorted rows are kept for one
 * feature at a time only.
 */
export function* rowVerdicts(data: DataSet, context: RowContext): Work<RowVerdicts> {
  const { settings, axis } = context;
  yield { share: 0, doing: 'gathering the features' };
  const features = [...featureData(data).values()];
  const options = assessOptionsOf(settings);
  const limits = limitsOf(data, settings, axis);
  const cells = isAbsent(axis) ? 0 : features.length * axis.from.length;
  const all: Measured[] = [];
  for (const feature of features) {
    const doing = `judging ${feature.feature}, ${all.length + 1} of ${features.length}`;
    yield { share: all.length / features.length, doing };
    all.push(
      yield* inWords(measureOne(feature, context, { options, limits, exact: cells <= MOST_EXACT }), {
        doing,
        from: all.length / features.length,
        length: 1 / features.length,
      })
    );
  }
  yield { share: 1, doing: 'correcting for many features' };
  const many = assessMeasured(
    all.flatMap(({ measured }) => measured ?? []),
    options
  );
  const byFeature = new Map(many.assessments.map((one) => [one.feature, one]));
  const verdicts = all.map(({ data: one, measured, chunks, twin, quality }): RowVerdict => {
    const assessment = measured && byFeature.get(one.feature);
    return { data: one, quality, ...(assessment && { assessment }), ...(chunks && { chunks }), ...(twin && { twin }) };
  });
  return { verdicts, many, options, axis, notices: limits.notices() };
}

/** The same work, its progress as a part of a longer one. */
export function* inWords<T>(
  work: Work<T>,
  { doing, from, length }: { doing: string; from: number; length: number }
): Work<T> {
  for (;;) {
    const step = work.next();
    if (step.done) {
      return step.value;
    }
    yield { share: from + step.value.share * length, doing };
  }
}

interface How {
  options: AssessManyOptions;
  limits: ReturnType<typeof limitsOf>;
  exact: boolean;
}

function* measureOne(data: FeatureData, context: RowContext, { options, limits, exact }: How): Work<Measured> {
  const { feature } = data;
  if (!data.reference || !data.current) {
    const rows = (side: FeatureData['current']) => (side ? describeSample(side.sample).n : 0);
    return { data, quality: oneSidedQuality(feature, [rows(data.reference), rows(data.current)]) };
  }
  const reference = ready(data.reference.sample);
  const current = ready(data.current.sample);
  yield { share: 0.1, doing: '' };
  const importance = context.importance.of(feature);
  const weight = importance !== undefined && { importance };
  // Other tools may look at the order of the rows.
  const found = options.preset
    ? measureFeature(
        { feature, reference: rowsInOrder(data.reference), current: rowsInOrder(data.current), ...weight },
        options
      )
    : measureFeature({ feature, reference, current, ...weight }, options);
  yield { share: 0.4, doing: '' };
  const { measurement, described } = found;
  const limit = isDriftError(measurement)
    ? undefined
    : limits.of({ ...data, reference: { ...data.reference, sample: reference } }, measurement);
  // The samples are not needed for the verdict any more: let go of the sorted copies.
  const measured: MeasuredFeature = {
    ...found,
    feature: {
      ...found.feature,
      reference: data.reference.sample,
      current: data.current.sample,
      ...(limit && { limit }),
    },
  };
  const chunks = yield* chunksOf(data, context, { reference, measured, options, exact, ...(limit && { limit }) });
  yield { share: 0.8, doing: '' };
  const twin = twinOf(reference, current);
  const quality = qualityRow({ feature, reference, current, described, unreadable: data.unreadable }, context.formats);
  return { data, measured, quality, ...(chunks && { chunks }), ...(twin && { twin }) };
}

interface ToJudge {
  reference: Sample;
  measured: MeasuredFeature;
  options: AssessManyOptions;
  exact: boolean;
  limit?: Limit;
}

function* chunksOf(
  data: FeatureData,
  { axis, settings }: RowContext,
  { reference, measured: { measurement }, options, exact, limit }: ToJudge
): Work<ChunkVerdicts | undefined> {
  if (isAbsent(axis)) {
    return undefined;
  }
  if (isDriftError(measurement)) {
    return noVerdicts(axis.from.length);
  }
  const context = {
    reference,
    whole: measurement,
    options,
    minRows: options.preset ? 0 : settings.minRows,
    exact,
    ...(limit && { limit }),
  };
  return yield* judgeChunks(context, chunkSamples(data, axis));
}

/** Numbers sorted once; everything else as it is. */
function ready(sample: Sample): Sample {
  return sample instanceof Float64Array ? sortedSample(sample) : sample;
}
