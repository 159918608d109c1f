import type { Sample } from '@soundcheck/drift';
import { isAbsent, type Absent } from '../../../report/absent.ts';
import type { Cells, Ridgeline, RidgeRow, ShareBands } from '../../../report/distribution.ts';
import type { Formats } from '../../format.ts';
import type { AnalysisSettings } from '../../settings.ts';
import {
  countBinsFinely,
  countRowsFinely,
  densityGrid,
  densityOf,
  type DensityGrid,
  type FineCounts,
} from './density.ts';
import { ofBins, ofNumbers, quartilesOf, type QuantileAt } from '../distribution/quantiles.ts';
import { mergeRows, type MergedRow, type RidgeChunk, type RowSample } from './ridge-rows.ts';
import { bandsOf } from './share-bands.ts';
import { spreadOf } from './spread.ts';

/**
 * How the distribution went from chunk to chunk, the reference first: densities over a common grid, or shares of
 * categories. Neighbouring chunks are put together where there are too many to tell apart.
 * @param cells those of the distribution: they say what is drawn, and where the axis ends
 */
export function ridgelineOf(
  cells: Cells,
  sides: { reference: Sample; chunks: readonly RidgeChunk[] },
  settings: Pick<AnalysisSettings, 'minRows'>,
  formats: Formats
): Ridgeline | ShareBands | Absent {
  if (sides.chunks.length === 0) {
    return { absent: 'There are no chunks to stand one above the other: query rows with a time column.' };
  }
  const rows = mergeRows(cells, sides, formats);
  if (isAbsent(rows)) {
    return rows;
  }
  return cells.kind === 'categories' ? bandsOf(cells, rows) : densitiesOf(cells.edges, rows, { settings, formats });
}

function densitiesOf(
  edges: number[],
  rows: readonly MergedRow[],
  { settings, formats }: { settings: Pick<AnalysisSettings, 'minRows'>; formats: Formats }
): Ridgeline {
  const axis = [edges[0] ?? 0, edges[edges.length - 1] ?? 1] as const;
  const enough = rows.filter(({ n }) => n >= Math.max(1, settings.minRows));
  const sizes = enough.map(({ n }) => n).sort((a, b) => a - b);
  const reference = rows.find(({ n }) => n > 0);
  const deviation = reference ? spreadOf(reference.sample, axis) : 0;
  const grid = densityGrid(axis, deviation, sizes[Math.floor(sizes.length / 2)] ?? 0);
  return {
    x: grid.x,
    rows: rows.map((row): RidgeRow => {
      const { sample, title, ...facts } = row;
      const drawn = row.n >= Math.max(1, settings.minRows);
      const quartiles = row.n > 0 ? quartilesOf(quantilesOf(sample)) : undefined;
      const median = quartiles ? `, median ${formats.number(quartiles[1])}` : '';
      const few = drawn || row.n === 0 ? '' : ', too few rows for a density';
      return {
        ...facts,
        density: drawn ? densityOf(fineOf(sample, grid), row.n, grid) : [],
        ...(quartiles && { quartiles }),
        title: `${title}${median}${few}`,
      };
    }),
    title: `Density of each chunk, Gaussian kernel of bandwidth ${formats.number(grid.bandwidth)} (Scott’s rule)`,
  };
}

function quantilesOf(sample: RowSample): QuantileAt {
  switch (sample.kind) {
    case 'numbers':
      return ofNumbers(sample.rows);
    case 'bins':
      return ofBins(sample.edges, sample.counts);
    case 'categories':
      return () => NaN;
  }
}

function fineOf(sample: RowSample, grid: DensityGrid): FineCounts {
  switch (sample.kind) {
    case 'numbers':
      return countRowsFinely(sample.rows.sorted, grid);
    case 'bins':
      return countBinsFinely(sample.edges, sample.counts, grid);
    case 'categories':
      return countRowsFinely([], grid);
  }
}
