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
  /** Kinds of samples it takes. */
  takes: readonly ('numbers' | 'categories' | 'binned counts')[];
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

/** The options of every test that counts raw numbers in bins. */
export const binOptions: readonly OptionDescription[] = [
  {
    name: 'bins',
    takes: 'number',
    default: 10,
    says: 'bins wanted; fewer come where quantiles of the reference coincide',
  },
  { name: 'edges', takes: 'numbers', says: 'ascending edges to use instead; outer bins are open' },
];
