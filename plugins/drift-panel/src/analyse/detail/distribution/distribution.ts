import { histogram, type Sample, type SortedSample } from '@soundcheck/drift';
import { isAbsent, type Absent } from '../../../report/absent.ts';
import type { Distribution } from '../../../report/distribution.ts';
import type { Formats } from '../../format.ts';
import type { AnalysisSettings } from '../../settings.ts';
import { barsOf, differenceOf } from './bars.ts';
import { binAxis } from './bin-axis.ts';
import { categoryCells, countsOfCells } from './category-cells.ts';
import { ecdfOfBins, ecdfOfNumbers } from './ecdf.ts';
import { finiteEdges } from './finite-edges.ts';
import { pictureSides, type PictureSides } from './picture-sides.ts';
import { ofBins, ofNumbers, quantileLine } from './quantiles.ts';

type Of<K extends PictureSides['kind']> = Extract<PictureSides, { kind: K }>;

/**
 * Reference against current on shared cells, with the numbers of every mode at once. `sentence` is left empty: the
 * verdict knows it. A side may be empty; absent where there is nothing to draw.
 */
export function distributionOf(
  reference: Sample,
  current: Sample,
  settings: Pick<AnalysisSettings, 'bins'>,
  formats: Formats
): Distribution | Absent {
  const sides = pictureSides(reference, current);
  if (isAbsent(sides)) {
    return sides;
  }
  switch (sides.kind) {
    case 'numbers':
      return ofRows(sides, settings, formats);
    case 'bins':
      return ofGivenBins(sides, formats);
    case 'categories':
      return ofCategories(sides, formats);
  }
}

function ofRows(
  { reference, current }: Of<'numbers'>,
  { bins }: Pick<AnalysisSettings, 'bins'>,
  formats: Formats
): Distribution | Absent {
  const laid = binAxis(reference, current, bins);
  if (!laid) {
    return {
      absent:
        'The finite values of this feature lie too far apart for an axis, or there are none: look at its source for infinite or broken numbers.',
    };
  }
  const { edges, text } = laid;
  const axis = [edges[0] ?? 0, edges[edges.length - 1] ?? 0] as const;
  const bars = (side: SortedSample) => {
    const counts = histogram(side, edges).counts;
    const inner = Array.from(counts).slice(1, -1);
    const n = side.sorted.length;
    return barsOf(
      { n, counts: inner, missing: side.missing, below: counts[0] ?? 0, above: counts[counts.length - 1] ?? 0 },
      edges
    );
  };
  const sides = { reference: bars(reference), current: bars(current) };
  const beyond = [sides.reference, sides.current].map(({ n, counts }) => n - counts.reduce((sum, one) => sum + one, 0));
  return {
    cells: { kind: 'bins', edges },
    ...sides,
    difference: differenceOf(sides.reference, sides.current),
    ecdf: ecdfOfNumbers(reference, current, axis),
    qq: quantileLine(ofNumbers(reference), ofNumbers(current), axis),
    remark: remarkOf(sides, beyond[0] ?? 0, beyond[1] ?? 0, formats),
    sentence: '',
    binsText: text,
  };
}

function ofGivenBins({ edges: given, reference, current }: Of<'bins'>, formats: Formats): Distribution {
  const edges = finiteEdges(given);
  const sides = { reference: barsOf(reference, edges), current: barsOf(current, edges) };
  const axis = [edges[0] ?? 0, edges[edges.length - 1] ?? 0] as const;
  return {
    cells: { kind: 'bins', edges },
    ...sides,
    difference: differenceOf(sides.reference, sides.current),
    ecdf: ecdfOfBins(edges, reference.counts, current.counts),
    qq: quantileLine(ofBins(edges, reference.counts), ofBins(edges, current.counts), axis),
    remark: remarkOf(sides, 0, 0, formats),
    sentence: '',
    binsText: `${formats.plural(edges.length - 1, 'bin')} as they came with the data`,
  };
}

function ofCategories({ categories, reference, current }: Of<'categories'>, formats: Formats): Distribution {
  const cells = categoryCells(categories, reference.counts, current.counts);
  const bars = (side: typeof reference) => barsOf({ ...side, counts: countsOfCells(cells, side.counts) }, []);
  const sides = { reference: bars(reference), current: bars(current) };
  const drawn = cells.labels.length;
  return {
    cells: { kind: 'categories', labels: cells.labels, marks: cells.marks },
    ...sides,
    difference: differenceOf(sides.reference, sides.current),
    remark: remarkOf(sides, 0, 0, formats),
    sentence: '',
    binsText:
      cells.marks[drawn - 1] === 'other'
        ? `${drawn - 1} of ${formats.count(categories.length)} categories, by largest difference`
        : `${formats.count(drawn)} ${drawn === 1 ? 'category' : 'categories'}, by largest difference`,
  };
}

/** What the picture leaves out. */
function remarkOf(
  sides: Pick<Distribution, 'reference' | 'current'>,
  beyondReference: number,
  beyondCurrent: number,
  formats: Formats
): string {
  const beyond = beyondReference + beyondCurrent;
  const empty = sides.reference.n === 0 ? 'reference' : sides.current.n === 0 ? 'current side' : '';
  const parts = [
    empty ? `the ${empty} has no value here` : '',
    beyond > 0 ? `${formats.plural(beyond, 'value')} beyond the axis` : '',
  ];
  return parts.filter(Boolean).join(', ');
}
