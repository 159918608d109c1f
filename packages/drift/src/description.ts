import type { Direction } from './types.ts';

/** One option of a test, for pickers and docs. */
export interface OptionDescription {
  name: string;
  /** The values there are, or what kind of value it takes. */
  takes: readonly (string | number | boolean)[] | 'number' | 'numbers' | 'text';
  /** What holds where the option is not given. */
  default?: string | number | boolean;
  says: string;
}

/** What a picker or a docs page says about a test. Stands beside the test's function. */
export interface Description {
  title: string;
  /** What the value is, in plain words: fits behind "… is". */
  says: string;
  /** The formula in one line, p the reference's shares or distribution F, q the current's G. */
  formula: string;
  /** Least and greatest value. */
  range: readonly [number, number];
  direction: Direction;
  /** Kinds of samples it takes. A test that does not name weighted rows refuses them. */
  takes: readonly ('numbers' | 'categories' | 'binned counts' | 'weighted rows')[];
  /** What it cannot do without, e.g. "2 rows a side". */
  needs: string;
  /** How the p-value is had; absent where there is none. */
  pValue?: string;
  /** True where the value grows with the number of rows, so that one limit does not fit all. */
  growsWithRows: boolean;
  /** Where formula and variant come from: paper, function of a library. */
  source: string;
  options: readonly OptionDescription[];
}

/** How raw numbers are cut: the values of `rule`. */
export const binRules = [
  'quantile',
  'equal-width',
  'sqrt',
  'sturges',
  'doane',
  'freedman-diaconis',
  'scott',
  'auto',
] as const;

/** The options of every test that counts raw numbers in bins. */
export const binOptions: readonly OptionDescription[] = [
  {
    name: 'rule',
    takes: binRules,
    default: 'quantile',
    says: 'how raw numbers are cut; quantile: at quantiles (type 7), the outer bins open; the last six choose the number of bins of equal width themselves, as numpy.histogram_bin_edges',
  },
  {
    name: 'bins',
    takes: 'number',
    default: 10,
    says: 'bins wanted by quantile and equal-width; fewer come where quantiles of the reference coincide',
  },
  { name: 'edges', takes: 'numbers', says: 'ascending edges to use instead of a rule' },
  {
    name: 'of',
    takes: ['reference', 'pooled'],
    default: 'reference',
    says: 'which rows the rule looks at: the reference, or both samples together (evidently)',
  },
  {
    name: 'outside',
    takes: ['open-bins', 'outer-bins'],
    says: 'values outside the edges go to open bins of their own, or to the first and last bin; without it outer-bins for quantile, else open-bins',
  },
  {
    name: 'fewValues',
    takes: 'number',
    says: 'a reference of no more different values gets one bin a value, parted half-way; without it `bins` for quantile, else 0; a new value of the current sample falls in the bin of the nearest (unless `of` is pooled): give text where numbers are names',
  },
  {
    name: 'missing',
    takes: ['left-out', 'own-cell'],
    default: 'left-out',
    says: 'rows without a value are left out, or counted in a cell of their own (Phoenix)',
  },
];
