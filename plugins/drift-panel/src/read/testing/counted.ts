import type { CellCounts, CountedChunk, DataSet } from '../data-set.ts';

/** Counts of all cells, and of missing rows. */
export const counts = (of: CellCounts | undefined) => of && [[...of.counts], of.missing];
/** Bounds and counts of a chunk. */
export const chunk = (of: CountedChunk) => [of.from, of.to, ...(counts(of) ?? [])];

/** Counted features as plain lists: cells, reference, chunks. */
export function counted(data: DataSet) {
  return Object.fromEntries(
    data.counts.map(({ feature, cells, reference, chunks }) => [
      feature,
      {
        cells: cells.kind === 'bins' ? [...cells.edges] : cells.categories,
        reference: counts(reference),
        chunks: chunks.map(chunk),
      },
    ])
  );
}
