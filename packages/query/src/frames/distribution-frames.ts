import { formatCount } from '../catalogue/limits.ts';
import type { Frame } from './contract.ts';
import { countSorted, quantileEdges } from './quantile-bins.ts';
import { numbers, tableFrame, texts } from './table.ts';
import type { Table } from './table.ts';

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
export function distributionFrame(samples: readonly FeatureSamples[], rest: Omit<Table, 'fields' | 'name'>): Frame {
  const binned = samples.map(binsOf);
  const bins = binned.flatMap((one) => one.bins);
  const notices = binned.flatMap(({ left }, i) =>
    left > 0
      ? [`${formatCount(left)} rows of ${samples[i]?.feature ?? ''} have no finite number and are in no bin.`]
      : []
  );
  return tableFrame({
    ...rest,
    name: 'distribution',
    fields: [
      texts(
        'feature',
        bins.map(({ feature }) => feature)
      ),
      texts(
        'side',
        bins.map(({ side }) => side)
      ),
      numbers(
        'x_min',
        bins.map(({ min }) => min),
        'From here on, this value included'
      ),
      numbers(
        'x_max',
        bins.map(({ max }) => max),
        'Up to here, this value excluded'
      ),
      numbers(
        'count',
        bins.map(({ count }) => count),
        'Rows in the bin'
      ),
    ],
    notices: [...(rest.notices ?? []), ...notices.map((text) => ({ severity: 'warning' as const, text }))],
    soundcheck: { role: 'distribution' },
  });
}

/** What is known of a reference of which only this is kept. */
export interface FeatureMoments {
  feature: string;
  mean: number;
  variance: number;
  n: number;
}

/** Mean, standard deviation and rows of each feature: no distribution, so no role. */
export function momentsFrame(moments: readonly FeatureMoments[], rest: Omit<Table, 'fields' | 'name'>): Frame {
  return tableFrame({
    ...rest,
    name: 'reference moments',
    fields: [
      texts(
        'feature',
        moments.map(({ feature }) => feature)
      ),
      numbers(
        'mean',
        moments.map(({ mean }) => mean)
      ),
      numbers(
        'sd',
        moments.map(({ variance }) => Math.sqrt(variance)),
        'Standard deviation'
      ),
      numbers(
        'n',
        moments.map(({ n }) => n),
        'Rows of the reference'
      ),
    ],
  });
}
