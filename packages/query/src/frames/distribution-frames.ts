import { formatCount } from '../catalogue/limits.ts';
import type { Frame } from './contract.ts';
import { countSorted, quantileEdges } from './quantile-bins.ts';
import { tableFrame, warning } from './table.ts';
import type { Column, TableOptions } from './table.ts';

/** The values of one feature on each side, as far as there are any; NaN is missing. */
export interface FeatureSamples {
  feature: string;
  reference?: Float64Array;
  current?: Float64Array;
}

interface Bin {
  feature: string;
  side: 'reference' | 'current';
  min: number;
  max: number;
  count: number;
}

const SIDES = ['reference', 'current'] as const;

function finiteSorted(values: Float64Array | undefined): Float64Array {
  return (values ?? new Float64Array(0)).filter(Number.isFinite).sort();
}

/** The bins of one feature, and how many of its rows are in none. */
function binsOf({ feature, reference, current }: FeatureSamples): { bins: Bin[]; left: number } {
  const sides = { reference: finiteSorted(reference), current: finiteSorted(current) };
  const edges = quantileEdges(sides.reference.length > 0 ? sides.reference : sides.current);
  const bins = SIDES.filter((side) => sides[side].length > 0).flatMap((side) =>
    countSorted(sides[side], edges).map((count, i): Bin => ({
      feature,
      side,
      min: edges[i] ?? NaN,
      max: edges[i + 1] ?? NaN,
      count,
    }))
  );
  const rows = (reference?.length ?? 0) + (current?.length ?? 0);
  return { bins, left: rows - sides.reference.length - sides.current.length };
}

/** `distribution` of the contract: both sides counted in bins of equal shares of the reference. */
export function distributionFrame(samples: readonly FeatureSamples[], options: TableOptions): Frame {
  const binned = samples.map(binsOf);
  const left = binned.flatMap(({ left }, i) =>
    left > 0
      ? [warning(`${formatCount(left)} rows of ${samples[i]?.feature ?? ''} have no finite number and are in no bin.`)]
      : []
  );
  const columns: Array<Column<Bin>> = [
    ['feature', 'string', ({ feature }) => feature],
    ['side', 'string', ({ side }) => side],
    ['x_min', 'number', ({ min }) => min, 'From here on, this value included'],
    ['x_max', 'number', ({ max }) => max, 'Up to here, this value excluded'],
    ['count', 'number', ({ count }) => count],
  ];
  return tableFrame(
    'distribution',
    binned.flatMap(({ bins }) => bins),
    columns,
    { ...options, notices: [...(options.notices ?? []), ...left], soundcheck: { role: 'distribution' } }
  );
}

/** What is known of a reference of which only this is kept. */
export interface FeatureMoments {
  feature: string;
  mean: number;
  variance: number;
  n: number;
}

const MOMENTS: ReadonlyArray<Column<FeatureMoments>> = [
  ['feature', 'string', ({ feature }) => feature],
  ['mean', 'number', ({ mean }) => mean],
  ['sd', 'number', ({ variance }) => Math.sqrt(variance)],
  ['n', 'number', ({ n }) => n],
];

/** Mean, standard deviation and rows of each feature: no distribution, so no role. */
export function momentsFrame(moments: readonly FeatureMoments[], options: TableOptions): Frame {
  return tableFrame('reference moments', moments, MOMENTS, options);
}
