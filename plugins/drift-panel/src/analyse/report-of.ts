import type { DataSet } from '../read/data-set.ts';
import { isAbsent, type Absent } from '../report/absent.ts';
import type { Heatmap } from '../report/heatmap.ts';
import type { MetricChoice, Report } from '../report/report.ts';
import type { Work } from '../run/analyst.ts';
import { chunkAxisOf } from './chunk-axis.ts';
import { formats } from './format.ts';
import { headlineOf } from './headline.ts';
import { heatmapOf } from './heatmap.ts';
import { readImportance, type Importance } from './importance.ts';
import { chooseGroup, groupSeries, type MetricGroup } from './metric-groups.ts';
import { effectMaxOf, ordersOf } from './orders.ts';
import type { PartReport } from './part-report.ts';
import { rowsReport } from './rows/rows-report.ts';
import { scatterOf } from './scatter.ts';
import { featureOf } from './score-judgements.ts';
import { scoreReport } from './score-report.ts';
import type { AnalysisSettings } from './settings.ts';

/** Key of the choice that judges the rows themselves. */
export const ROWS = 'rows';

/**
 * Data → report. Scores rank the features where there are some, and rows add twins and reasons; rows judge everything where
 * they are alone or chosen. Never throws for bad data: states and sentences say what is wrong.
 */
export function* reportOf(data: DataSet, settings: AnalysisSettings): Work<Report> {
  yield { share: 0, doing: 'looking at the data' };
  const groups = groupSeries(data.scores);
  const hasRows = data.tables.length > 0 || data.counts.length > 0;
  const group =
    hasRows && settings.clicked === ROWS ? undefined : chooseGroup(groups, settings.clicked, settings.metric);
  const importance = readImportance(settings.importance, namesOf(data, group));
  const part = group
    ? yield* scoreReport(data, group, { settings, importance })
    : hasRows
      ? yield* rowsReport(data, { settings, importance, formats: formats(settings), axis: chunkAxisOf(data, settings) })
      : nothing(data);
  const choices = choicesOf(groups, data);
  const chosen = group ? group.choice.key : hasRows ? ROWS : undefined;
  return yield* assembled(part, data, { settings, importance, choices, ...(chosen !== undefined && { chosen }) });
}

interface Around {
  settings: AnalysisSettings;
  importance: Importance;
  choices: MetricChoice[];
  chosen?: string;
}

function* assembled(part: PartReport, data: DataSet, around: Around): Work<Report> {
  const { settings, importance, choices, chosen } = around;
  const words = formats(settings);
  const { axis, chunks } = part;
  yield { share: 1, doing: 'writing the report' };
  const heatmap: Heatmap | Absent = isAbsent(axis)
    ? axis
    : heatmapOf(
        axis,
        part.heatmapTitle,
        part.features.map(({ feature }) => chunks.get(feature))
      );
  const features = part.features.map((feature, row) => ({ ...feature, row: isAbsent(heatmap) ? -1 : row }));
  yield { share: 1, doing: 'ordering' };
  const orders = yield* ordersOf(features, isAbsent(heatmap) ? undefined : heatmap, settings);
  yield { share: 1, doing: 'writing the report' };
  const { tone, text } = headlineOf(part.findings, { formats: words, texts: settings.texts, milder: part.milder });
  return {
    tone: part.unjudged === undefined ? tone : 'unknown',
    headline: part.unjudged ?? text,
    trust: part.trust,
    understood: part.understood,
    notices: [...data.problems.map(({ what, remedy }) => `${what}. ${remedy}`), ...importance.notices, ...part.notices],
    choices,
    ...(chosen !== undefined && { chosen }),
    effectTitle: part.effectTitle,
    effectMax: effectMaxOf(features),
    features,
    orders,
    heatmap,
    quality: part.quality,
    scatter: scatterOf({
      features,
      heatmap,
      formats: words,
      ...(data.performance && { performance: data.performance }),
    }),
  };
}

function choicesOf(groups: readonly MetricGroup[], { tables, counts }: DataSet): MetricChoice[] {
  const sides = new Set(tables.map(({ side }) => side));
  const hasBoth = sides.size === 2 || counts.length > 0 || (groups.length === 0 && tables.length > 0);
  const rows = { key: ROWS, label: 'Rows', description: 'Drift worked out here, from the rows themselves.' };
  return [...groups.map(({ choice }) => choice), ...(hasBoth ? [rows] : [])];
}

function namesOf({ tables, counts }: DataSet, group: MetricGroup | undefined): Set<string> {
  return new Set([
    ...tables.flatMap(({ columns }) => columns.map(({ feature }) => feature)),
    ...counts.map(({ feature }) => feature),
    ...(group?.series.map(featureOf) ?? []),
  ]);
}

/** Nothing was understood: the problems say why. */
function nothing({ understood, problems }: DataSet): PartReport {
  const what = problems.length > 0 ? 'what was found could not be read, see below' : 'the queries gave no data';
  return {
    features: [],
    findings: [],
    milder: false,
    trust: '',
    understood,
    effectTitle: '',
    axis: { absent: 'There is no data to show over time.' },
    chunks: new Map(),
    heatmapTitle: '',
    quality: [],
    notices: [],
    unjudged: `Nothing to judge: ${what}.`,
  };
}
