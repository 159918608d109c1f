import { formatCount } from '@soundcheck/query';
import type { CountedFeature, RowTable } from './data-set.ts';
import type { ScoreSeries } from './score-series.ts';

export interface ReadParts {
  scores: readonly ScoreSeries[];
  tables: readonly RowTable[];
  counts: readonly CountedFeature[];
  /** Where reference rows were found, in words. */
  origins: ReadonlySet<string>;
}

/** "13 features, rows, reference = query B" or "3 features as counts over 28 chunks, reference = column side". */
export function understoodLine({ scores, tables, counts, origins }: ReadParts): string {
  const reference = origins.size > 0 ? `reference = ${[...origins].join(' and ')}` : 'no reference';
  const parts: string[] = [];
  if (scores.length > 0) {
    const features = new Set(scores.map(({ feature }) => feature)).size;
    const metrics = [...new Set(scores.map(({ metric }) => metric))];
    const named = metrics.length > 3 ? `${metrics.length} metrics` : metrics.join(', ');
    parts.push(`${plural(features, 'feature')}, scores (${named})`);
  }
  const ofRows = new Set(tables.flatMap(featuresOf));
  if (ofRows.size > 0) {
    parts.push(`${plural(ofRows.size, 'feature')}, rows`);
  }
  const counted = counts.filter(({ feature, chunks }) => chunks.length > 0 || !ofRows.has(feature));
  if (counted.length > 0) {
    const most = counted.reduce((max, { chunks }) => Math.max(max, chunks.length), 0);
    const over = most > 1 ? ` over ${plural(most, 'chunk')}` : '';
    parts.push(`${plural(counted.length, 'feature')} as counts${over}`);
  }
  const needsReference = ofRows.size + counted.length > 0;
  return parts.join('; ') + (needsReference ? `, ${reference}` : '');
}

/** Names of the features of a table. */
export function featuresOf({ columns }: RowTable): string[] {
  return columns.filter((column) => column.kind === 'numeric' || !column.sliceOnly).map(({ feature }) => feature);
}

function plural(n: number, noun: string): string {
  return `${formatCount(n)} ${noun}${n === 1 ? '' : 's'}`;
}
