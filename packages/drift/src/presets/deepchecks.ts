import { tooFewRows } from '../errors.ts';
import type { Sample } from '../samples/sample.ts';
import type { DriftError } from '../types.ts';
import { countRows } from '../samples/count-rows.ts';
import { withOtherCategory } from './deepchecks-cells.ts';
import type { DriftRule, Preset, PresetChoice, Sides } from './preset.ts';

/** Variants of deepchecks. */
export interface DeepchecksOptions {
  /** `ks`: the KS statistic; `emd`: Wasserstein-1 in shares of the range, both samples trimmed. Default `ks`. */
  numeric?: 'ks' | 'emd';
  /** Cramér’s V less its bias, or PSI with a floor of 1 %. Default `cramers-v`. */
  categorical?: 'cramers-v' | 'psi';
}

/** Fewer rows on a side give no score. */
const leastRows = 10;

const rule: DriftRule = {
  by: 'value',
  direction: 'high',
  limit: 0.2,
  inclusive: true,
  origin: "deepchecks' default condition for drift scores",
};

type Prepare = (reference: Sample, current: Sample) => Sides | DriftError;

function enoughRows(prepare: Prepare): Prepare {
  return (reference, current) => {
    const rowsOf = (sample: Sample) => {
      const { finite, infinite } = countRows(sample);
      return finite + infinite;
    };
    const rows = { reference: rowsOf(reference), current: rowsOf(current) };
    const short = (['reference', 'current'] as const).find((side) => rows[side] < leastRows);
    return short ? tooFewRows(short, rows[short], leastRows) : prepare(reference, current);
  };
}

const asTheyAre: Prepare = (reference, current) => [reference, current];

const choices: Record<'ks' | 'emd' | 'cramers-v' | 'psi', PresetChoice> = {
  ks: { test: 'ks', rule, prepare: enoughRows(asTheyAre) },
  emd: { test: 'wasserstein', options: { scale: 'range', trim: 0.025 }, rule, prepare: enoughRows(asTheyAre) },
  'cramers-v': {
    test: 'cramers-v',
    options: { correction: 'bergsma', yates: true, equalRows: true },
    rule,
    prepare: enoughRows(withOtherCategory),
  },
  psi: { test: 'psi', options: { emptyBins: 'floor-all', floor: 0.01 }, rule, prepare: enoughRows(withOtherCategory) },
};

/**
 * deepchecks' FeatureDrift: scores between 0 and 1, a feature drifts from 0.2 on, the check fails with the first that
 * does. Its draw of 100,000 rows from larger data is left out.
 */
export function deepchecksPreset({ numeric = 'ks', categorical = 'cramers-v' }: DeepchecksOptions = {}): Preset {
  return {
    name: 'deepchecks',
    title: 'Deepchecks',
    source: 'deepchecks 0.19.1, FeatureDrift, calc_drift_and_plot and add_condition_drift_score_less_than',
    says: 'The KS statistic and Cramér’s V less its bias, each of them drift from 0.2 on, whatever the number of rows; categories under 1 % are pooled.',
    choose: ({ kind }) => choices[kind === 'categorical' ? categorical : numeric],
    adjustment: 'none',
    dataSet: { by: 'any', score: 'l3' },
  };
}

export const deepchecks = deepchecksPreset();
