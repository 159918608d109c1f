import { isAbsent, type Absent } from '../../../report/absent.ts';
import type { Cells } from '../../../report/distribution.ts';
import type { Sample, SortedSample } from '@soundcheck/drift';
import type { Formats } from '../../format.ts';
import { finiteEdges } from '../distribution/finite-edges.ts';
import { pictureSides, type PictureSides } from '../distribution/picture-sides.ts';

/** One chunk of the current side, with what was found in it. */
export interface RidgeChunk {
  from: number;
  to: number;
  sample: Sample;
  over: boolean;
}

/** Rows of one line, as they are drawn. */
export type RowSample =
  | { kind: 'numbers'; rows: SortedSample }
  | { kind: 'bins'; edges: number[]; counts: Float64Array }
  | { kind: 'categories'; categories: string[]; counts: Float64Array };

/** One line: the reference, or one chunk, or neighbouring ones together. */
export interface MergedRow {
  from?: number;
  to?: number;
  sample: RowSample;
  n: number;
  over: boolean;
  /** Time, rows, drift in words. */
  title: string;
}

/** More lines than this one above the other cannot be read. */
const MOST_ROWS = 24;

/** The lines, the reference first, with neighbouring chunks put together where there are too many. */
export function mergeRows(
  cells: Cells,
  { reference, chunks }: { reference: Sample; chunks: readonly RidgeChunk[] },
  formats: Formats
): MergedRow[] | Absent {
  const size = Math.ceil(chunks.length / MOST_ROWS);
  const groups = Array.from({ length: Math.ceil(chunks.length / size) }, (_, i) =>
    chunks.slice(i * size, (i + 1) * size)
  );
  const first = rowOf(cells, [reference]);
  const lines = groups.map((group) =>
    rowOf(
      cells,
      group.map(({ sample }) => sample)
    )
  );
  const absent = [first, ...lines].find(isAbsent);
  if (absent) {
    return absent;
  }
  const rows: MergedRow[] = [];
  if (!isAbsent(first)) {
    rows.push({ ...first, over: false, title: `reference: ${formats.plural(first.n, 'row')}` });
  }
  groups.forEach((group, i) => {
    const line = lines[i];
    const [from, to] = [group[0]?.from, group[group.length - 1]?.to];
    if (!line || isAbsent(line) || from === undefined || to === undefined) {
      return;
    }
    const over = group.filter((chunk) => chunk.over).length;
    const how =
      over === 0 ? '' : size === 1 ? ', over the limit' : `, ${over} of ${group.length} chunks over the limit`;
    const title = `${formats.range(from, to)}: ${formats.plural(line.n, 'row')}${how}`;
    rows.push({ ...line, from, to, over: over > 0, title });
  });
  return rows;
}

const nothing = { sorted: new Float64Array(), missing: 0 };

/** Samples as one line of the picture. */
function rowOf(cells: Cells, samples: readonly Sample[]): { sample: RowSample; n: number } | Absent {
  const present = samples.flatMap((sample) => {
    const part = pictureSides(sample, nothing);
    return isAbsent(part) ? [] : [part];
  });
  const kinds = new Set(present.map(({ kind }) => kind));
  const [kind] = kinds;
  if (kind === undefined) {
    return { sample: empty(cells), n: 0 };
  }
  if (kinds.size > 1 || (kind === 'categories') !== (cells.kind === 'categories')) {
    return { absent: 'The chunks hold text and numbers by turns: give the feature one type.' };
  }
  const numbers = present.flatMap((part) => (part.kind === 'numbers' ? [part.reference.sorted] : []));
  if (kind === 'numbers') {
    const rows = numbers.length === 1 ? (numbers[0] ?? new Float64Array()) : mergeSorted(numbers);
    return { sample: { kind, rows: { sorted: rows, missing: 0 } }, n: rows.length };
  }
  return kind === 'bins' ? addBins(present) : addCategories(present);
}

function empty(cells: Cells): RowSample {
  return cells.kind === 'bins'
    ? { kind: 'numbers', rows: nothing }
    : { kind: 'categories', categories: [], counts: new Float64Array() };
}

function mergeSorted(all: readonly Float64Array[]): Float64Array {
  const joint = new Float64Array(all.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const values of all) {
    joint.set(values, at);
    at += values.length;
  }
  return joint.sort();
}

function addBins(parts: readonly PictureSides[]): { sample: RowSample; n: number } | Absent {
  const bins = parts.flatMap((part) => (part.kind === 'bins' ? [part] : []));
  const edges = bins[0]?.edges ?? new Float64Array();
  if (bins.some((one) => one.edges.length !== edges.length || one.edges.some((edge, i) => edge !== edges[i]))) {
    return { absent: 'The chunks were counted in different bins: count them all in the same ones.' };
  }
  const counts = new Float64Array(edges.length - 1);
  bins.forEach(({ reference }) => reference.counts.forEach((count, i) => (counts[i] = (counts[i] ?? 0) + count)));
  return {
    sample: { kind: 'bins', edges: finiteEdges(edges), counts },
    n: bins.reduce((sum, { reference }) => sum + reference.n, 0),
  };
}

function addCategories(parts: readonly PictureSides[]): { sample: RowSample; n: number } {
  const all = new Map<string, number>();
  for (const part of parts) {
    if (part.kind === 'categories') {
      part.categories.forEach((category, i) =>
        all.set(category, (all.get(category) ?? 0) + (part.reference.counts[i] ?? 0))
      );
    }
  }
  const counts = Float64Array.from(all.values());
  return { sample: { kind: 'categories', categories: [...all.keys()], counts }, n: counts.reduce((a, b) => a + b, 0) };
}
