import type { TestName } from './compare.ts';
import type { Direction } from './types.ts';

/** What a picker or a docs page says about a test. */
export interface TestDescription {
  name: TestName;
  title: string;
  /** What the value is, in plain words. */
  says: string;
  /** Least and greatest value. */
  range: readonly [number, number];
  direction: Direction;
  /** Kinds of samples it takes. */
  takes: readonly ('numbers' | 'categories' | 'binned counts')[];
  /** Whether it gives a p-value. */
  pValue: boolean;
  /** True where the value grows with the number of rows, so that one limit does not fit all. */
  growsWithRows: boolean;
  /** Where formula and variant come from. */
  source: string;
}

const descriptions: Record<TestName, Omit<TestDescription, 'name'>> = {
  ks: {
    title: 'Kolmogorov–Smirnov',
    says: 'the greatest gap between the shares of rows at or below a value',
    range: [0, 1],
    direction: 'high',
    takes: ['numbers', 'binned counts'],
    pValue: true,
    growsWithRows: false,
    source: 'scipy.stats.ks_2samp, two-sided; Hodges 1957, Simard & L’Ecuyer 2011',
  },
  'welch-t': {
    title: "Welch's t",
    says: 'the difference of the means in standard errors, reference minus current',
    range: [-Infinity, Infinity],
    direction: 'two-sided',
    takes: ['numbers'],
    pValue: true,
    growsWithRows: true,
    source: 'scipy.stats.ttest_ind(equal_var=False)',
  },
  'student-t': {
    title: "Student's t",
    says: 'the difference of the means in standard errors from the pooled variance, reference minus current',
    range: [-Infinity, Infinity],
    direction: 'two-sided',
    takes: ['numbers'],
    pValue: true,
    growsWithRows: true,
    source: 'scipy.stats.ttest_ind',
  },
  'jensen-shannon': {
    title: 'Jensen–Shannon',
    says: 'how far both distributions are from their mean, as a distance or a divergence',
    range: [0, Math.sqrt(Math.LN2)],
    direction: 'high',
    takes: ['numbers', 'categories', 'binned counts'],
    pValue: false,
    growsWithRows: false,
    source: 'Lin 1991; scipy.spatial.distance.jensenshannon on gaussian_kde or numpy.histogram',
  },
  psi: {
    title: 'PSI',
    says: 'the population stability index: the shares that moved, weighed by how much they grew or shrank',
    range: [0, Infinity],
    direction: 'high',
    takes: ['numbers', 'categories', 'binned counts'],
    pValue: true,
    growsWithRows: false,
    source: 'Σ (q − p) ln(q / p); p-value by (1/n + 1/m) χ², Yurdakul 2018',
  },
  'chi-square': {
    title: 'χ²',
    says: 'the squared differences of the counts from those expected without drift',
    range: [0, Infinity],
    direction: 'high',
    takes: ['categories', 'numbers', 'binned counts'],
    pValue: true,
    growsWithRows: true,
    source: 'scipy.stats.chi2_contingency',
  },
  wasserstein: {
    title: 'Wasserstein-1',
    says: 'how far rows would have to be moved on average, in the unit of the feature unless scaled',
    range: [0, Infinity],
    direction: 'high',
    takes: ['numbers'],
    pValue: false,
    growsWithRows: false,
    source: 'scipy.stats.wasserstein_distance',
  },
  energy: {
    title: 'Energy distance',
    says: 'the distance of the distributions in the square root of the unit of the feature',
    range: [0, Infinity],
    direction: 'high',
    takes: ['numbers'],
    pValue: false,
    growsWithRows: false,
    source: 'scipy.stats.energy_distance; Székely & Rizzo 2013',
  },
  hellinger: {
    title: 'Hellinger',
    says: 'the distance of the square roots of the shares',
    range: [0, 1],
    direction: 'high',
    takes: ['numbers', 'categories', 'binned counts'],
    pValue: true,
    growsWithRows: false,
    source: '√(1 − Σ √(pq)); p-value as PSI, of 8 H²',
  },
  'total-variation': {
    title: 'Total variation',
    says: 'the share of rows that would have to move',
    range: [0, 1],
    direction: 'high',
    takes: ['numbers', 'categories', 'binned counts'],
    pValue: false,
    growsWithRows: false,
    source: '½ Σ |p − q|',
  },
  'l-infinity': {
    title: 'L∞',
    says: 'the greatest difference of the shares of a category, for numbers of the cumulated shares',
    range: [0, 1],
    direction: 'high',
    takes: ['numbers', 'categories', 'binned counts'],
    pValue: false,
    growsWithRows: false,
    source: 'deequ (SageMaker Model Monitor), plain and robust',
  },
  'cramer-von-mises': {
    title: 'Cramér–von Mises',
    says: 'the squared gap between the cumulated shares, over all rows',
    range: [0, Infinity],
    direction: 'high',
    takes: ['numbers'],
    pValue: true,
    growsWithRows: true,
    source: 'scipy.stats.cramervonmises_2samp; Anderson 1962, Smirnov 1936',
  },
  'mann-whitney': {
    title: 'Mann–Whitney U',
    says: 'the pairs in which the reference row is above the current one',
    range: [0, Infinity],
    direction: 'two-sided',
    takes: ['numbers'],
    pValue: true,
    growsWithRows: true,
    source: 'scipy.stats.mannwhitneyu, two-sided',
  },
  kuiper: {
    title: 'Kuiper',
    says: 'the greatest gaps between the cumulated shares in both directions, added',
    range: [0, 1],
    direction: 'high',
    takes: ['numbers'],
    pValue: true,
    growsWithRows: false,
    source: 'Kuiper 1960, Stephens 1970',
  },
  'java-mean-shift': {
    title: 'Mean shift (TrustyAI Java)',
    says: 'the difference of the means as the Java service of TrustyAI weighs it, reference minus current',
    range: [-Infinity, Infinity],
    direction: 'two-sided',
    takes: ['numbers'],
    pValue: true,
    growsWithRows: true,
    source: 'trustyai-explainability, Meanshift: population variances, n + m − 2 degrees of freedom',
  },
};

/** True for the name of a test. */
export function isTestName(name: string): name is TestName {
  return Object.hasOwn(descriptions, name);
}

/** All tests that `compare` knows. */
export function listTests(): TestDescription[] {
  return Object.keys(descriptions)
    .filter(isTestName)
    .map((name) => ({ name, ...descriptions[name] }));
}
