import { isDriftError, type Assessment } from '@soundcheck/drift';
import type { DataSet } from '../../read/data-set.ts';
import { isAbsent } from '../../report/absent.ts';
import type { Work } from '../../run/analyst.ts';
import type { ChunkVerdicts } from '../chunks/judge-chunks.ts';
import { currentRunOf, overOf, type Run } from '../chunks/runs.ts';
import { formats } from '../format.ts';
import { heatmapTitle } from '../heatmap.ts';
import { byEffect } from '../orders.ts';
import type { PartReport } from '../part-report.ts';
import { chanceWords, chunkChanceWords, rangeOf } from '../trust.ts';
import { picksTest } from './assess-options.ts';
import { testTitle } from '../test-words.ts';
import { becauseOf, featureReport } from './row-feature.ts';
import { rowVerdicts, type RowContext, type RowVerdict, type RowVerdicts } from './row-verdicts.ts';

/** Ranking, verdict and heatmap from rows and counts. */
export function* rowsReport(data: DataSet, context: RowContext): Work<PartReport> {
  const { settings, axis } = context;
  const words = formats(settings);
  const found = yield* rowVerdicts(data, context);
  yield { share: 1, doing: 'writing the report' };
  const judged = found.verdicts.map((verdict) => ({ verdict, run: runOf(verdict, context) }));
  const byName = new Map(judged.map((one) => [one.verdict.data.feature, one]));
  const features = byEffect(
    judged.map(({ verdict, run }) => {
      const since = run && !run.open && !isAbsent(axis) ? axis.from[run.from] : undefined;
      const importance = context.importance.of(verdict.data.feature);
      return { ...featureReport(verdict, words, since), ...(importance !== undefined && { importance }) };
    })
  );
  const chunks = new Map<string, ChunkVerdicts>();
  for (const { data: one, chunks: own } of found.verdicts) {
    if (own) {
      chunks.set(one.feature, own);
    }
  }
  return {
    features,
    findings: features.map(({ feature, state, since }) => {
      const one = byName.get(feature);
      const when =
        since !== undefined ? ` since ${words.time(since)}` : one?.run?.open ? ' over the whole time range' : '';
      return { feature, state, when, because: becauseOf(one?.verdict.assessment) };
    }),
    milder: found.options.preset !== undefined,
    trust: trustOf(found, context),
    understood: understoodOf(data, found, context),
    effectTitle: effectTitleOf(found, context),
    axis,
    chunks,
    heatmapTitle: isAbsent(axis) ? '' : heatmapTitle(axis, axis.title, settings),
    quality: found.verdicts.map(({ quality }) => quality),
    notices: [...found.notices, ...presetNotice(context)],
    unjudged: unjudgedOf(found.verdicts),
  };
}

/** The run over the limit that goes on; chance makes one in a feature without drift now and then, so not there. */
function runOf({ assessment, chunks }: RowVerdict, { settings }: RowContext): Run | undefined {
  const drifted = assessment?.state === 'drift' || assessment?.state === 'possible';
  return drifted && chunks ? currentRunOf(overOf(chunks.level), settings.persistence) : undefined;
}

function trustOf({ many, verdicts, options }: RowVerdicts, { settings }: RowContext): string {
  const words = formats(settings);
  const { dataSet } = many;
  const assessments = judgedOf(many.assessments);
  if (assessments.length === 0) {
    return '';
  }
  const tested = assessments.map(({ state, pValue, basis }) => ({
    state,
    ...(pValue !== undefined && basis === 'significance' && { pValue }),
  }));
  const preset = options.preset;
  const verdict = preset
    ? `${isDriftError(dataSet) ? dataSet.message.replace(/\.$/, '') : dataSet.sentence}; levels, correction and least rows as ${preset.title} has them`
    : chanceWords(tested, settings);
  const judgedBy = settings.limit.by === 'significance' && !preset ? settings.alpha : undefined;
  const levels = verdicts.flatMap(({ chunks }) => (chunks ? [chunks.level] : []));
  const n = [
    rangeOf(
      assessments.map((one) => one.nReference),
      words
    ),
    rangeOf(
      assessments.map((one) => one.nCurrent),
      words
    ),
  ];
  return [
    verdict,
    `reference ${n[0]} v current ${n[1]} rows`,
    testWords(assessments, settings.limit.by === 'significance' && !preset),
    chunkChanceWords(levels, judgedBy, words),
  ]
    .filter(Boolean)
    .join(' · ');
}

/** Those with a verdict; all where none has one. */
function judgedOf(assessments: readonly Assessment[]): readonly Assessment[] {
  const judged = assessments.filter(({ state }) => state === 'drift' || state === 'possible' || state === 'no drift');
  return judged.length > 0 ? judged : assessments;
}

function testWords(assessments: readonly Assessment[], bySignificance: boolean): string {
  const names = namesOf(assessments);
  const limit = bySignificance ? 'its critical value for these n' : 'its limit';
  return names.length > 0 ? `effect: ${names.join(' or ')} against ${limit}` : '';
}

function namesOf(assessments: readonly Assessment[]): string[] {
  return [...new Set(assessments.flatMap(({ test }) => (test ? [testTitle(test)] : [])))];
}

function effectTitleOf({ many, options }: RowVerdicts, { settings }: RowContext): string {
  const names = namesOf(many.assessments);
  const limit = settings.limit.by === 'significance' && !options.preset ? 'its critical value' : 'its limit';
  return `${names.length > 0 ? names.join(' or ') : 'Effect'} ÷ ${limit}: 1 is at the limit, more is drift`;
}

/** "13 features, rows, reference = query B, 5,000 v 500". */
function understoodOf({ understood }: DataSet, { many }: RowVerdicts, { formats: words }: RowContext): string {
  const judged = judgedOf(many.assessments);
  const n = rangeOf(
    judged.map(({ nReference }) => nReference),
    words
  );
  const m = rangeOf(
    judged.map(({ nCurrent }) => nCurrent),
    words
  );
  return [understood, n && m ? `${n} v ${m}` : ''].filter(Boolean).join(', ');
}

function presetNotice({ settings }: RowContext): string[] {
  return settings.preset !== 'soundcheck' && picksTest(settings)
    ? [
        `A test is picked by name, so the preset ${settings.preset} is put aside. Set both tests to "preset" to have it back.`,
      ]
    : [];
}

/** In place of the headline where no feature has both sides. */
function unjudgedOf(verdicts: readonly RowVerdict[]): string | undefined {
  if (verdicts.some(({ assessment }) => assessment !== undefined)) {
    return undefined;
  }
  return verdicts.some(({ data }) => data.reference)
    ? verdicts.some(({ data }) => data.current)
      ? 'No verdict: reference and current rows have no feature in common. Check the names of the columns.'
      : 'No verdict: there are only reference rows, and no current ones to judge.'
    : 'No verdict: there is no reference to compare with. Choose one under "Reference" in the panel\'s options.';
}
