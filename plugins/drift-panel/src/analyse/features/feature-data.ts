import type { CategoryCounts, Sample } from '@soundcheck/drift';
import type { CellCounts, Column, CountedFeature, DataSet, RowTable, SideName } from '../../read/data-set.ts';

/** A feature's column in one table. */
export interface Part {
  table: RowTable;
  column: Column;
}

/** One side of a feature, over all its tables. */
export interface FeatureSide {
  /** All its rows, or its counts, as @soundcheck/drift takes them. */
  sample: Sample;
  /** Where they stand; empty where the feature came as counts. */
  parts: Part[];
}

/** One feature with all that is known of it. */
export interface FeatureData {
  feature: string;
  kind: Column['kind'];
  reference?: FeatureSide;
  current?: FeatureSide;
  /** Where the feature (or its reference only: a profile) came as counts. */
  counted?: CountedFeature;
  /** Cells of text in a numeric column. */
  unreadable: number;
}

/** All features by name, in the order of the data. */
export function featureData(data: DataSet): Map<string, FeatureData> {
  const parts = new Map<string, Record<SideName, Part[]>>();
  for (const table of data.tables) {
    for (const column of table.columns) {
      if (column.kind === 'categorical' && column.sliceOnly) {
        continue;
      }
      const sides = parts.get(column.feature) ?? { reference: [], current: [] };
      parts.set(column.feature, sides);
      sides[table.side].push({ table, column });
    }
  }
  const counted = new Map(data.counts.map((one) => [one.feature, one]));
  const names = new Set([...parts.keys(), ...counted.keys()]);
  return new Map([...names].map((feature) => [feature, joined(feature, parts.get(feature), counted.get(feature))]));
}

function joined(
  feature: string,
  parts: Record<SideName, Part[]> | undefined,
  counted: CountedFeature | undefined
): FeatureData {
  const rows = [...(parts?.reference ?? []), ...(parts?.current ?? [])];
  const kind = counted
    ? counted.cells.kind === 'bins'
      ? 'numeric'
      : 'categorical'
    : (rows[0]?.column.kind ?? 'numeric');
  const reference = sideOf(parts?.reference ?? []) ?? (counted?.reference && countsOf(counted, counted.reference));
  const current = sideOf(parts?.current ?? []) ?? (counted && allChunks(counted));
  return {
    feature,
    kind,
    ...(reference && { reference }),
    ...(current && { current }),
    ...(counted && { counted }),
    unreadable: rows.reduce((sum, { column }) => sum + (column.kind === 'numeric' ? column.unreadable : 0), 0),
  };
}

function sideOf(parts: Part[]): FeatureSide | undefined {
  const columns = parts.map(({ column }) => column);
  const numeric = columns.flatMap((column) => (column.kind === 'numeric' ? [column.values] : []));
  const [first] = numeric;
  if (columns.length === 0) {
    return undefined;
  }
  if (first && numeric.length === columns.length) {
    return { sample: numeric.length === 1 ? first : concatenated(numeric), parts };
  }
  return { sample: countCategories(columns), parts };
}

/** Columns one behind the other. */
export function concatenated(all: readonly Float64Array[]): Float64Array {
  const joint = new Float64Array(all.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const values of all) {
    joint.set(values, at);
    at += values.length;
  }
  return joint;
}

/** Counts by category over the tables, in the order of first sight. */
function countCategories(columns: readonly Column[]): CategoryCounts {
  const counts = new Map<string, number>();
  let missing = 0;
  for (const column of columns) {
    if (column.kind !== 'categorical') {
      continue;
    }
    const own = new Float64Array(column.categories.length);
    for (const code of column.codes) {
      if (code < 0) {
        missing += 1;
      } else {
        own[code] = (own[code] ?? 0) + 1;
      }
    }
    column.categories.forEach((category, i) => counts.set(category, (counts.get(category) ?? 0) + (own[i] ?? 0)));
  }
  return { categories: [...counts.keys()], counts: Float64Array.from(counts.values()), missing };
}

/** Counts over the cells of a feature, as @soundcheck/drift takes them. */
export function countsAsSample({ cells }: CountedFeature, { counts, missing }: CellCounts): Sample {
  return cells.kind === 'bins'
    ? { edges: cells.edges, counts, missing }
    : { categories: cells.categories, counts, missing };
}

function countsOf(counted: CountedFeature, counts: CellCounts): FeatureSide {
  return { sample: countsAsSample(counted, counts), parts: [] };
}

/** The current side of counts as a whole: the sum of its chunks. */
function allChunks(counted: CountedFeature): FeatureSide | undefined {
  const [first] = counted.chunks;
  if (!first) {
    return undefined;
  }
  const counts = new Float64Array(first.counts.length);
  let missing = 0;
  for (const chunk of counted.chunks) {
    chunk.counts.forEach((count, i) => (counts[i] = (counts[i] ?? 0) + count));
    missing += chunk.missing;
  }
  return countsOf(counted, { counts, missing });
}
