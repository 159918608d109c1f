import type { QualityCheck } from '../../src/quality/finding.ts';
import type { Adjustment, BinRule, DataSetRule, EmptyBins, State } from '../../src/index.ts';

/** What is behind each name of a closed list. A name without a row here does not compile. */

export const states: Record<State, string> = {
  drift:
    'p, after the correction for many features, is under alpha; where there is no p, the value is past its limit (on the limit is not past it)',
  possible: 'p alone is under alpha, the corrected p is not',
  'no drift': 'neither',
  'too few rows':
    'a side has fewer rows than `minimumRows` (30), or so few that no limit has a share of false alarms near alpha',
  'unknown scale': 'there is a number, but neither p nor a limit to hold it against',
  'no data': 'a side holds no value, or there is no number',
};

export const adjustments: Record<Adjustment, readonly [does: string, bounds: string, source: string]> = {
  holm: ['p₍ᵢ₎ · (k − i + 1), steps down', 'the chance of any false alarm, whatever the dependence', 'Holm 1979'],
  bonferroni: ['p · k', 'the same, more cautious than Holm', 'Bonferroni 1936'],
  'benjamini-hochberg': [
    'p₍ᵢ₎ · k / i, steps up',
    'the expected share of false ones among the flagged features, where these are independent or rise together',
    'Benjamini & Hochberg 1995',
  ],
  'benjamini-yekutieli': [
    'p₍ᵢ₎ · k / i · Σ 1/j, steps up',
    'the same, whatever the dependence',
    'Benjamini & Yekutieli 2001',
  ],
  none: ['p', 'nothing: of 20 features without drift one is flagged on average', ''],
};

export const dataSetRules: Record<DataSetRule['by'], string> = {
  any: 'one feature is enough, after the correction',
  share: 'the share of drifted features among those with a verdict, against `limit`',
  mean: 'the mean of the features’ values, against `limit`',
  max: 'the greatest of the features’ values, against `limit`',
  weighted: 'Σ w · value, w the importance over its sum, against `limit`',
  l3: '(Σ w · value³)^(1/3), against `limit`',
  l5: '(Σ w · value⁵)^(1/5), against `limit`',
  none: 'no verdict on the whole, only counts',
};

export const binRules: Record<BinRule, readonly [edges: string, source: string]> = {
  quantile: [
    '`bins` at quantiles (type 7): equal shares of the rows. Quantiles that coincide are merged',
    'Hyndman & Fan 1996',
  ],
  'equal-width': ['`bins` of equal width from the least to the greatest finite value', 'numpy.histogram'],
  sqrt: ['width = range / √n', 'numpy.histogram_bin_edges'],
  sturges: ['width = range / (log₂ n + 1)', 'Sturges 1926; numpy'],
  doane: [
    'width = range / (1 + log₂ n + log₂(1 + abs(g₁)/σ)), g₁ the skewness, σ its standard error',
    'Doane 1976; numpy',
  ],
  'freedman-diaconis': ['width = 2 · interquartile range · n^(−1/3)', 'Freedman & Diaconis 1981; numpy'],
  scott: ['width = (24 √π / n)^(1/3) · standard deviation', 'Scott 1979; numpy'],
  auto: [
    'the narrower bins of `sturges` and `freedman-diaconis`, but none under half the width of `sqrt` for the latter',
    'numpy',
  ],
};

export const emptyBins: Record<EmptyBins, readonly [does: string, of: string]> = {
  floor: ['an empty bin’s share becomes `floor`, the others stay', ''],
  'floor-renormalised': ['the same, then all shares are divided by their sum', ''],
  'add-one': ['one row is added to every bin of both sides', 'Phoenix, Fiddler'],
  omit: ['a bin that is empty on one side is left out on both', ''],
  infinite: ['it stays empty: the sum is infinite', 'the formula as it stands'],
  'floor-evidently': [
    '`floor`, but a millionth of the side’s smallest share where that is not above `floor`',
    'evidently’s PSI',
  ],
  'floor-evidently-renormalised': [
    'the same, then all shares are divided by their sum',
    'evidently’s Kullback–Leibler',
  ],
  'floor-all': ['every share below `floor`, of an empty bin or not, becomes `floor`', 'deepchecks’ PSI'],
};

export const qualityChecks: Record<QualityCheck, readonly [looksAt: string, limit: string]> = {
  'row-count': ['rows of the current sample, missing ones included', '`rows`; at least 1'],
  missing: ['share of rows without a value', '`maxMissing`, else the reference’s share and `standardErrors`'],
  type: [
    'share of rows of another type than the reference’s: text that reads as no number, or numbers among text',
    '0, or the reference’s share and `standardErrors`',
  ],
  infinite: ['share of infinite numbers', 'the reference’s share and `standardErrors`'],
  constant: [
    'different values in the current sample',
    'at least 2 where the reference has 2, unless so many equal rows come by chance (above 0.135 %)',
  ],
  'out-of-range': [
    'share of numbers outside `range`, or outside the reference’s least and greatest',
    '`maxOutOfRange`; else 0 of a given `range`, what chance allows of the reference’s',
  ],
  duplicates: [
    'share of numbers that were there before; asked where at most 1 % of at least 30 reference numbers are',
    'the reference’s share, scaled to the rows, and `standardErrors`',
  ],
  unseen: ['share of rows in categories that the reference lacks', '`maxUnseen` (0)'],
  vanished: [
    'categories of the reference without a row',
    '0, counting those absent by chance with at most 0.135 % over all categories',
  ],
};
