import type { Sample } from '@soundcheck/drift';
import type { DataSet } from '../../read/data-set.ts';
import { isAbsent, type Absent } from '../../report/absent.ts';
import type { DetailRequest, FeatureDetail } from '../../report/detail.ts';
import type { SliceReport } from '../../report/slices.ts';
import type { Work } from '../../run/analyst.ts';
import { featureData, type FeatureData } from '../features/feature-data.ts';
import { formats } from '../format.ts';
import { inWords, type RowVerdict } from '../rows/row-verdicts.ts';
import type { AnalysisSettings } from '../settings.ts';
import { onlyDuring, onlyFeature, onlySlice, type Bounds } from './only.ts';
import { calendarOfFeature, comparisonOf, overTimeOfRows, ready, ridgelineOfRows, verdictOn } from './rows-detail.ts';
import { NO_ROWS, scoreParts, type ScoreParts } from './score-detail.ts';
import { slicesOf } from './slices/slices.ts';
import { sourceOf, type Source } from './source.ts';
import { numbersInWords, verdictInWords } from './verdict-words.ts';

type Chunk = Bounds & { at: number };

/** What is looked at: the feature's rows as asked for, and where the verdicts come from. */
interface Subject {
  request: DetailRequest;
  source: Source;
  chunk: Chunk | undefined;
  /** Of the feature alone: all current rows (of the slice), and those of the chunk. */
  whole: DataSet;
  shown: DataSet;
  /** The same with the columns that slice it. */
  sliceable: DataSet;
  scores: ScoreParts | undefined;
}

/**
 * Everything about one feature. A chunk narrows the current side of verdict, distribution, contribution and slices; over
 * time, ridgeline and calendar always show all of it. A slice narrows both sides of everything that rows tell. What the
 * data does not carry is absent, with a sentence how to get it.
 */
export function* detailOf(data: DataSet, request: DetailRequest, settings: AnalysisSettings): Work<FeatureDetail> {
  yield { share: 0, doing: `looking at ${request.feature}` };
  const source = yield* sourceOf(data, settings);
  const subject = subjectOf(data, request, { source, settings });
  const { whole, shown, scores } = subject;
  const feature = featureData(whole).get(request.feature);
  if (!feature) {
    return withoutRows(subject);
  }
  const rowAxis = scores ? { absent: '' } : source.axis;
  const doing = `judging ${request.feature}`;
  const verdict = yield* inWords(verdictOn(whole, rowAxis, settings), { doing, from: 0.05, length: 0.25 });
  const inChunk = yield* inWords(subject.chunk ? verdictOn(shown, rowAxis, settings) : same(verdict), {
    doing,
    from: 0.3,
    length: 0.1,
  });
  const now = featureData(shown).get(request.feature);
  const sides = { reference: ready(feature.reference?.sample), current: ready(now?.current?.sample) };
  yield { share: 0.4, doing: 'counting the distribution' };
  const compared = comparisonOf(sides, inChunk?.assessment, settings);
  yield { share: 0.5, doing: 'drawing the chunks' };
  const parts = yield* partsOverTime(
    subject,
    { feature, reference: sides.reference, verdict, distribution: compared.distribution },
    settings
  );
  yield { share: 0.85, doing: 'looking into slices' };
  const slices = yield* inWords(slicesIn(subject, settings), {
    doing: 'looking into slices',
    from: 0.85,
    length: 0.15,
  });
  return {
    request,
    ...(scores && !request.slice ? spokenOf(scores, inChunk, settings) : spokenOfRows(subject, inChunk, settings)),
    ...compared,
    ...parts,
    slices,
    quality: inChunk?.quality ?? { absent: 'There are no rows of this feature to look at.' },
  };
}

/** Work that is done already. */
function* same<T>(value: T): Work<T> {
  return value;
}

function subjectOf(
  data: DataSet,
  request: DetailRequest,
  { source, settings }: { source: Source; settings: AnalysisSettings }
): Subject {
  const { feature, slice } = request;
  const chunk = chunkOf(request, source);
  const rows = slice ? onlySlice(data, feature, slice) : data;
  const sliceable = chunk ? onlyDuring(withColumns(rows, feature), chunk) : rows;
  const whole = onlyFeature(rows, feature);
  const judgement = source.scores?.judgements.find((one) => one.feature === feature);
  const scores =
    source.scores && judgement
      ? scoreParts(judgement, { group: source.scores.group, axis: source.axis, chunk }, settings)
      : undefined;
  return { request, source, chunk, whole, shown: chunk ? onlyDuring(whole, chunk) : whole, sliceable, scores };
}

/** Only the tables of the feature, so that no other rows are cut. */
function withColumns(data: DataSet, feature: string): DataSet {
  return { ...data, tables: data.tables.filter(({ columns }) => columns.some((one) => one.feature === feature)) };
}

function chunkOf({ chunk }: DetailRequest, { axis }: Source): Chunk | undefined {
  if (chunk === undefined || isAbsent(axis)) {
    return undefined;
  }
  const [from, to] = [axis.from[chunk], axis.to[chunk]];
  return from === undefined || to === undefined ? undefined : { at: chunk, from, to };
}

interface Found {
  feature: FeatureData;
  /** Sorted once. */
  reference: Sample;
  verdict: RowVerdict | undefined;
  distribution: FeatureDetail['distribution'];
}

function* partsOverTime(
  { whole, source, scores }: Subject,
  { feature, reference, verdict, distribution }: Found,
  settings: AnalysisSettings
): Work<Pick<FeatureDetail, 'overTime' | 'ridgeline' | 'calendar'>> {
  const { axis } = source;
  if (!verdict) {
    return { overTime: scores?.overTime ?? NO_ROWS, ridgeline: NO_ROWS, calendar: scores?.calendar ?? NO_ROWS };
  }
  const { assessment } = verdict;
  const chunks = scores ? scores.chunks : verdict.chunks;
  const overTime =
    scores?.overTime ??
    (yield* inWords(overTimeOfRows(whole, verdict, axis, settings), {
      doing: 'drift over time',
      from: 0.5,
      length: 0.1,
    }));
  yield { share: 0.6, doing: 'the ridgeline' };
  const ridgeline = ridgelineOfRows({ feature, reference }, distribution, { axis, chunks }, settings);
  yield { share: 0.65, doing: 'weekdays and hours' };
  const calendar =
    scores?.calendar ??
    (yield* inWords(
      calendarOfFeature(feature, { axis, ...(assessment && { assessment }), ...(chunks && { chunks }) }, settings),
      { doing: 'weekdays and hours', from: 0.65, length: 0.2 }
    ));
  return { overTime, ridgeline, calendar };
}

function* slicesIn({ sliceable, request }: Subject, settings: AnalysisSettings): Work<SliceReport | Absent> {
  if (sliceable.tables.length === 0 && sliceable.counts.length > 0) {
    return {
      absent: 'Counts know no rows, so they cannot be sliced: query the rows themselves, with a column of text.',
    };
  }
  return yield* slicesOf(sliceable, request.feature, settings, formats(settings));
}

type Spoken = Pick<FeatureDetail, 'scope' | 'numbers' | 'sentence'>;

function spokenOfRows(
  { request, chunk }: Subject,
  verdict: RowVerdict | undefined,
  settings: AnalysisSettings
): Spoken {
  const words = formats(settings);
  const { feature, slice } = request;
  const where = slice ? `, ${slice.value === null ? `${slice.column} missing` : `${slice.column}=${slice.value}`}` : '';
  const when = chunk ? words.range(chunk.from, chunk.to) : 'All current rows';
  const found = verdict?.assessment;
  if (!found) {
    const why = 'There are no values on both sides to compare';
    return { scope: `${when}${where}`, numbers: why, sentence: `${feature}${where}: no data. ${why}.` };
  }
  const n = `${words.plural(found.nCurrent, 'row')} v reference ${words.count(found.nReference)}`;
  const name = `${feature}${chunk ? `, ${when}` : ''}${where}`;
  return {
    scope: `${when}${where}, ${n}`,
    numbers: numbersInWords(found, words),
    sentence: verdictInWords(name, found, words),
  };
}

/** The verdict of the scores, with the reason of the rows. */
function spokenOf(scores: ScoreParts, verdict: RowVerdict | undefined, settings: AnalysisSettings): Spoken {
  const { scope, numbers, sentence } = scores;
  const found = verdict?.assessment;
  if (!found) {
    return { scope, numbers, sentence };
  }
  const words = formats(settings);
  const n = `${words.plural(found.nCurrent, 'row')} v reference ${words.count(found.nReference)}`;
  return {
    scope: `${scope}; values from rows, ${n}`,
    numbers: `${numbers}; rows: ${numbersInWords(found, words)}`,
    sentence: `${sentence} ${verdictInWords('By the rows', found, words)}`,
  };
}

/** A feature of scores alone, or one that the data does not have. */
function withoutRows({ request, scores }: Subject): FeatureDetail {
  const { feature, slice } = request;
  const none: Absent = scores
    ? NO_ROWS
    : {
        absent: slice
          ? `No row of ${feature} has this value of ${slice.column}: choose another slice, or go back.`
          : `The data has no feature ${feature} any more: choose another one.`,
      };
  return {
    request,
    scope: scores?.scope ?? feature,
    numbers: scores?.numbers ?? none.absent,
    sentence: scores?.sentence ?? none.absent,
    distribution: none,
    contribution: none,
    overTime: scores?.overTime ?? none,
    ridgeline: none,
    calendar: scores?.calendar ?? none,
    slices: none,
    quality: none,
  };
}
