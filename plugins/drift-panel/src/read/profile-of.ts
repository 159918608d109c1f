import { histogram, referenceBins } from '@soundcheck/drift';
import type { Work } from '../run/analyst.ts';
import type { Column, DataSet } from './data-set.ts';
import type { Profile, ProfileFeature } from './profile.ts';

/** Bins of a saved feature: equal shares of its reference, fine enough for the pictures, small enough for a panel's JSON. */
const BINS = 20;

/**
 * The reference of the data as a profile: numbers in bins of equal shares, categories and counts as they are. Features
 * without a reference are left out. Takes a step a feature: sorting its rows.
 */
export function* profileOf({ tables, counts }: DataSet): Work<Profile> {
  const columns = new Map<string, Column[]>();
  for (const table of tables.filter(({ side }) => side === 'reference')) {
    for (const column of table.columns.filter((one) => one.kind === 'numeric' || !one.sliceOnly)) {
      columns.set(column.feature, [...(columns.get(column.feature) ?? []), column]);
    }
  }
  const features: ProfileFeature[] = [];
  for (const [feature, parts] of columns) {
    features.push(
      parts.every((one) => one.kind === 'numeric') ? ofNumbers(feature, parts) : ofCategories(feature, parts)
    );
    yield { share: features.length / Math.max(1, columns.size), doing: `counting ${feature}` };
  }
  for (const { feature, cells, reference } of counts) {
    if (reference && !columns.has(feature)) {
      features.push({
        feature,
        cells: cells.kind === 'bins' ? { kind: 'bins', edges: [...cells.edges] } : cells,
        counts: [...reference.counts],
        missing: reference.missing,
      });
    }
  }
  return { features };
}

function ofNumbers(feature: string, parts: readonly Column[]): ProfileFeature {
  const all = parts.flatMap((column) => (column.kind === 'numeric' ? [column.values] : []));
  const values = new Float64Array(all.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of all) {
    values.set(part, at);
    at += part.length;
  }
  const edges = referenceBins(values, { count: BINS });
  const { counts, missing } = histogram(values, edges);
  return { feature, cells: { kind: 'bins', edges: [...edges] }, counts: [...counts], missing };
}

function ofCategories(feature: string, parts: readonly Column[]): ProfileFeature {
  const counts = new Map<string, number>();
  let missing = 0;
  for (const column of parts) {
    for (const code of column.kind === 'categorical' ? column.codes : []) {
      const category = column.kind === 'categorical' ? column.categories[code] : undefined;
      if (category === undefined) {
        missing += 1;
      } else {
        counts.set(category, (counts.get(category) ?? 0) + 1);
      }
    }
  }
  return {
    feature,
    cells: { kind: 'categories', categories: [...counts.keys()] },
    counts: [...counts.values()],
    missing,
  };
}
