import type { DataFrame, Field } from '@grafana/data';
import type { Progress } from '../run/analyst.ts';
import type { Column, CountedFeature, DataSet, Problem, RowTable } from './data-set.ts';
import { CountLog } from './counts/count-log.ts';
import { fingerprintOf } from './fingerprint.ts';
import { joinTables } from './rows/join-tables.ts';
import { mergeSeries } from './scores/merge-series.ts';
import { missingSides } from './missing-sides.ts';
import { findPerformance, isOnlyPerformance, readPerformance } from './performance.ts';
import { finishCounts, readCounts, type CountReading } from './counts/read-counts.ts';
import { longColumns, readLong } from './rows/read-long.ts';
import { readScores } from './scores/read-scores.ts';
import { readWide } from './rows/read-wide.ts';
import { rowsOf, titleOf, type Reader, type Wanted } from './reader.ts';
import { slicingLabels } from './rows/series-groups.ts';
import { withLoggedRequests } from './rows/logged-requests.ts';
import { settleKinds } from './rows/settle-kinds.ts';
import { shapeOf } from './shape-of.ts';
import { planSides, type SidePlan } from './side-plan.ts';
import type { ScoreSeries } from './score-series.ts';
import { featuresOf, understoodLine } from './understood-line.ts';

/** What the frames of a panel hold, freed of them. */
export interface Reading {
  data: DataSet;
  /** Grafana's fields of the features by name, for unit, links, thresholds and colour. */
  fields: Map<string, Field>;
}

/**
 * What the frames of a panel mean. Each frame plays the role that the options force or that it declares, else the one
 * its shape shows: counts, then scores, then rows; several roles may stand side by side. What cannot be used becomes a
 * problem with a remedy. Reads in slices of about a millisecond, so that millions of rows never block the page.
 */
export function* readFrames(given: readonly DataFrame[], wanted: Wanted): Generator<Progress, Reading, void> {
  const logProblems: Problem[] = [];
  const frames = yield* withLoggedRequests(given, logProblems);
  const filled = frames.filter(({ fields }) => fields.length > 0);
  const performance = findPerformance(filled, wanted);
  const reader: Reader = {
    wanted,
    problems: logProblems,
    fields: new Map(),
    taken: new Set(performance && [performance.field]),
    slicingLabels: slicingLabels(filled),
    origins: new Set(),
    done: 0,
    total: filled.reduce((sum, frame) => sum + rowsOf(frame) * frame.fields.length, 0),
  };
  const { plan, problems } = yield* planSides(filled, wanted);
  reader.problems.push(...problems);

  const scores: ScoreSeries[] = [];
  const rows: RowTable[] = [];
  const counting: CountReading = { log: new CountLog(), groups: new Map() };
  for (const frame of filled.filter((one) => !isOnlyPerformance(one, reader.taken))) {
    const shape = shapeOf(frame, wanted.fields);
    if (shape === 'scores') {
      scores.push(...(yield* scoresOf(frame, reader)));
    } else if (shape === 'rows') {
      rows.push(...(yield* rowsIn(frame, plan, reader)));
    } else {
      yield* readCounts(frame, plan, counting, reader);
    }
  }
  const { counts, tables } = yield* settle({ rows: yield* joinTables(rows), counting }, plan, reader);
  const merged = yield* mergeSeries(scores);
  if (problems.length === 0) {
    reader.problems.push(...missingSides(tables, counts, frames, plan));
  }
  reader.problems.push(...performanceProblems(wanted, performance));
  const data = {
    scores: merged,
    tables,
    counts,
    ...(performance && { performance: readPerformance(wanted.performance, performance) }),
    understood: understoodLine({ scores: merged, tables, counts, origins: reader.origins }),
    problems: reader.problems,
  };
  return { data: { ...data, fingerprint: yield* fingerprintOf(data) }, fields: reader.fields };
}

/** Counts and rows of a feature together: the saved profile where it has no reference, and one kind for all. */
function* settle(
  { rows, counting }: { rows: RowTable[]; counting: CountReading },
  plan: SidePlan,
  reader: Reader
): Generator<Progress, { counts: CountedFeature[]; tables: RowTable[] }> {
  const given = new Set(rows.filter(({ side }) => side === 'reference').flatMap(featuresOf));
  const counts = yield* finishCounts(counting, plan, given, reader);
  const kinds = counts.map(({ feature, cells }): [string, Column['kind']] => [
    feature,
    cells.kind === 'bins' ? 'numeric' : 'categorical',
  ]);
  const tables = yield* settleKinds(rows, new Map(kinds));
  reader.problems.push(...textAgainstBins(tables, new Map(kinds)));
  return { counts, tables };
}

/** Rows that are all text, of a feature that is counted in bins. */
function textAgainstBins(tables: readonly RowTable[], kinds: ReadonlyMap<string, Column['kind']>): DataSet['problems'] {
  const features = tables.flatMap(({ columns }) =>
    columns.flatMap((column) =>
      column.kind === 'numeric' && kinds.has(column.feature) && column.unreadable > column.values.length / 2
        ? [column.feature]
        : []
    )
  );
  return [...new Set(features)].map((feature) => ({
    what: `${feature} is text in the rows, but its counts are in bins of numbers`,
    remedy: 'Count its categories instead, or save the profile anew.',
  }));
}

function* scoresOf(frame: DataFrame, reader: Reader): Generator<Progress, ScoreSeries[]> {
  const found = yield* readScores(frame, reader);
  if (found.length === 0 && rowsOf(frame) > 0) {
    reader.problems.push({
      what: `${titleOf(frame)} is to be read as scores but lacks the labels or columns feature, metric and value_is`,
      remedy: 'Add them to the query.',
    });
  }
  return found;
}

function* rowsIn(frame: DataFrame, plan: SidePlan, reader: Reader): Generator<Progress, RowTable[]> {
  const long = longColumns(frame, reader.wanted.fields);
  const tables = long ? yield* readLong(frame, long, plan, reader) : yield* readWide(frame, plan, reader);
  if (tables.length === 0 && rowsOf(frame) > 0) {
    reader.problems.push({
      what: `${titleOf(frame)} holds no column of numbers or text that could be a feature`,
      remedy: 'Select at least one, or correct the features in the options.',
    });
  }
  return tables;
}

function performanceProblems({ performance }: Wanted, found: object | undefined): DataSet['problems'] {
  return performance.trim() === '' || found
    ? []
    : [
        {
          what: `No series of the model's performance is called "${performance}"`,
          remedy: 'Name a query or a field of these queries in the option "Performance".',
        },
      ];
}
