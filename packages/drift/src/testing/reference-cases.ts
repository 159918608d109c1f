// Printed by reference/reference_cases.py: scipy 1.17.1, numpy 2.4.6, mpmath 1.4.1.
import type { TestName, TestOptions } from '../compare.ts';
import type { KsMethod } from '../tests/ks-p-value.ts';

/** Reference and current (see `sideOf`), value, p (NaN: not held), degrees of freedom. */
type Row = readonly [reference: string, current: string, value: number, pValue?: number, df?: number];

/** Where the numbers come from, the options that ask for them, and the cases. */
export type Variant<T extends TestName> = readonly [source: string, options: TestOptions[T], rows: readonly Row[]];

/** A call of one of the functions that give a p-value of a statistic, and the p expected. */
export type TailCase =
  | { name: 'tPValue' | 'chiSquarePValue'; args: readonly [statistic: number, df: number]; p: number }
  | { name: 'ksPValue'; args: readonly [d: number, n: number, m: number, method: KsMethod]; p: number };

export type Cases = { readonly [T in TestName]?: readonly Variant<T>[] };

export const referenceCases: Cases = {
  ks: [
    [
      "ks_2samp(method='exact')",
      { method: 'exact' },
      [
        ['bell 60 5', 'bell 45 6 1 0.4', 0.2722222222222222, 0.03721242907069057],
        ['uniform 300 1', 'uniform 200 2 1 0.05', 0.12333333333333334, 0.04892309829572868],
        ['skew 40 3', 'skew 400 4 1.5', 0.17, 0.22268399431866268],
        ['ties 80 9', 'ties 60 10 1 1', 0.2125, 0.07963203367459583],
      ],
    ],
    [
      "ks_2samp(method='asymp')",
      { method: 'asymptotic' },
      [
        ['bell 60 5', 'bell 45 6 1 0.4', 0.2722222222222222, 0.034150047279101314],
        ['uniform 300 1', 'uniform 200 2 1 0.05', 0.12333333333333334, 0.047563454507465096],
        ['skew 40 3', 'skew 400 4 1.5', 0.17, 0.22238422343012887],
        ['ties 80 9', 'ties 60 10 1 1', 0.2125, 0.07952230346537825],
      ],
    ],
    [
      'Kolmogorov 1933',
      { method: 'limit' },
      [
        ['bell 60 5', 'bell 45 6 1 0.4', 0.2722222222222222, 0.04424668794354598],
        ['uniform 300 1', 'uniform 200 2 1 0.05', 0.12333333333333334, 0.05194670399356083],
        ['skew 40 3', 'skew 400 4 1.5', 0.17, 0.24402150143978157],
        ['ties 80 9', 'ties 60 10 1 1', 0.2125, 0.09041240440170814],
      ],
    ],
    [
      'Stephens 1970',
      { method: 'stephens' },
      [
        ['bell 60 5', 'bell 45 6 1 0.4', 0.2722222222222222, 0.03565285562452953],
        ['uniform 300 1', 'uniform 200 2 1 0.05', 0.12333333333333334, 0.0476095251853342],
        ['skew 40 3', 'skew 400 4 1.5', 0.17, 0.2214613753356555],
        ['ties 80 9', 'ties 60 10 1 1', 0.2125, 0.07793620339366511],
      ],
    ],
    ['2 / C(1000, 500)', { method: 'exact' }, [['uniform 500 1', 'uniform 500 2 1 5', 1.0, 7.399507995628054e-300]]],
    [
      'ks_2samp, asymptotic past 10,000 rows',
      {},
      [['uniform 20000 1', 'uniform 30000 2 1 0.01', 0.017166666666666663, 0.001676080667061244]],
    ],
  ],
  kuiper: [
    [
      'Kuiper 1960, p of Stephens 1970',
      {},
      [
        ['bell 60 5', 'bell 45 6 1 0.4', 0.3, 0.12078440832994758],
        ['uniform 300 1', 'uniform 200 2 1 0.05', 0.12333333333333334, 0.30163552712116787],
        ['skew 40 3', 'skew 400 4 1.5', 0.2275, 0.25437969766276414],
        ['ties 80 9', 'ties 60 10 1 1', 0.23333333333333334, 0.2587363322793915],
      ],
    ],
  ],
  'student-t': [
    [
      'mpmath, as ttest_ind',
      {},
      [
        ['bell 60 5', 'bell 45 6 1 0.4', -2.2005375518604158, 0.030002354074638884, 103.0],
        ['uniform 300 1', 'uniform 200 2 1 0.05', -2.8079659793392397, 0.005181244972931576, 498.0],
        ['rows 1 1 2 3 3 3', 'rows 2 2 3 4', -0.9281909617845142, 0.38046099255289956, 8.0],
        ['bell 60 5 1 1000000000', 'bell 45 6 1 1000000000.4', -2.2005374482530144, 0.030002361638845655, 103.0],
        ['uniform 40 5 1e-300 1e-300', 'uniform 30 6 1e-300 1.2e-300', -4.291385953704819, 5.759214639849349e-5, 68.0],
        ['bell 40 5 1e300', 'bell 30 6 1e300 4e299', -1.153938301506419, 0.25256507179353027, 68.0],
        ['rows 3 3 3', 'rows 1 2 3 4', 0.6546536707079772, 0.5416045607931201, 5.0],
        ['rows 1 NaN 2 4', 'rows 2 null 7', -0.9922026100638295, 0.39423900013286894, 3.0],
      ],
    ],
  ],
  'java-mean-shift': [
    [
      'mpmath: variances over n, n + m − 2',
      {},
      [
        ['bell 60 5', 'bell 45 6 1 0.4', -2.1949369026633536, 0.030413685941196603, 103.0],
        ['uniform 300 1', 'uniform 200 2 1 0.05', -2.8130335257943404, 0.005101566661642944, 498.0],
        ['rows 1 1 2 3 3 3', 'rows 2 2 3 4', -1.0542917959114906, 0.32254695017698903, 8.0],
        ['bell 60 5 1 1000000000', 'bell 45 6 1 1000000000.4', -2.1949367998923686, 0.030413693533942736, 103.0],
        ['uniform 40 5 1e-300 1e-300', 'uniform 30 6 1e-300 1.2e-300', -4.37371857474274, 4.2972158818698814e-5, 68.0],
        ['bell 40 5 1e300', 'bell 30 6 1e300 4e299', -1.1301116933591269, 0.26239968761196164, 68.0],
        ['rows 3 3 3', 'rows 1 2 3 4', 0.8944271909999159, 0.41207480483116044, 5.0],
        ['rows 1 NaN 2 4', 'rows 2 null 7', -1.1350934335650482, 0.3388220781602926, 3.0],
      ],
    ],
  ],
  'welch-t': [
    [
      'mpmath, as ttest_ind(equal_var=False)',
      {},
      [
        ['bell 60 5', 'bell 45 6 1 0.4', -2.172790606237999, 0.03241887720295555, 90.14639459917115],
        ['uniform 300 1', 'uniform 200 2 1 0.05', -2.8069299268564945, 0.005231138505883841, 426.0517213314297],
        ['rows 1 1 2 3 3 3', 'rows 2 2 3 4', -0.9337484248963643, 0.3828019622937418, 6.710832724244021],
        [
          'bell 60 5 1 1000000000',
          'bell 45 6 1 1000000000.4',
          -2.172790504509315,
          0.032418885104483076,
          90.14639470420397,
        ],
        [
          'uniform 40 5 1e-300 1e-300',
          'uniform 30 6 1e-300 1.2e-300',
          -4.308390055197446,
          5.823919189743653e-5,
          63.50723018862634,
        ],
        ['bell 40 5 1e300', 'bell 30 6 1e300 4e299', -1.1125990899436229, 0.2709078665116414, 52.93504453895378],
        ['rows 3 3 3', 'rows 1 2 3 4', 0.7745966692414834, 0.495025346059711, 3.0],
        ['rows 1 NaN 2 4', 'rows 2 null 7', -0.8173029975005109, 0.5400008717827175, 1.254660211302115],
      ],
    ],
  ],
  'cramer-von-mises': [
    [
      "cramervonmises_2samp(method='asymptotic')",
      { method: 'asymptotic' },
      [
        ['bell 60 5', 'bell 45 6 1 0.4', 0.5099470899470901, 0.03754560930151141],
        ['rows 1 2 3 4', 'rows 2.5 3.5 4.5', 0.15476190476190466, 0.46835634706208085],
        ['ties 80 9', 'ties 60 10 1 1', 0.4210937500000007, 0.06367069457870189],
        ['rows 1 1 2 3 3 3', 'rows 2 2 3 4', 0.12708333333333344, 0.5551871542241431],
      ],
    ],
    [
      'nm/N² Σ (F − G)²',
      { ties: 'cumulated' },
      [
        ['bell 60 5', 'bell 45 6 1 0.4', 0.50994708994709],
        ['rows 1 2 3 4', 'rows 2.5 3.5 4.5', 0.15476190476190477],
        ['ties 80 9', 'ties 60 10 1 1', 0.3867091836734693],
        ['rows 1 1 2 3 3 3', 'rows 2 2 3 4', 0.11333333333333333],
      ],
    ],
    [
      "cramervonmises_2samp(method='exact')",
      { method: 'exact' },
      [
        ['rows 1 2 3 4', 'rows 2.5 3.5 4.5', 0.15476190476190466, 0.4857142857142857],
        ['rows 1 1 2 3 3 3', 'rows 2 2 3 4', 0.12708333333333344, 0.5619047619047619],
      ],
    ],
    [
      'Anderson 1962, tail by mpmath',
      { method: 'asymptotic' },
      [
        ['uniform 100 1', 'uniform 100 2 1 5', 16.6675, 1.3592622493655913e-37],
        ['uniform 500 1', 'uniform 500 2 1 5', 83.3335, 8.103011993050309e-181],
      ],
    ],
  ],
  'anderson-darling': [
    [
      "anderson_ksamp(variant='midrank')",
      { variant: 'midrank', pValueBy: 'interpolated' },
      [
        ['bell 60 5', 'bell 45 6 1 0.4', 2.221360589353917, 0.03965225034485896],
        ['rows 1 2 3 4', 'rows 2.5 3.5 4.5', -0.23726787611987243, 0.25],
        ['ties 80 9', 'ties 60 10 1 1', 4.34312217747517, 0.006015859500916438],
        ['rows 1 1 2 3 3 3', 'rows 2 2 3 4', -0.4850678111589517, 0.25],
      ],
    ],
    [
      "anderson_ksamp(variant='right')",
      { variant: 'right', pValueBy: 'interpolated' },
      [
        ['bell 60 5', 'bell 45 6 1 0.4', 2.214201259587178, 0.039916430688421434],
        ['rows 1 2 3 4', 'rows 2.5 3.5 4.5', -0.24267358290006721, 0.25],
        ['ties 80 9', 'ties 60 10 1 1', 4.26629357891245, 0.0064225982543768935],
        ['rows 1 1 2 3 3 3', 'rows 2 2 3 4', 0.0, 0.25],
      ],
    ],
    [
      'Scholz & Stephens 1987, limit law by mpmath',
      { variant: 'right' },
      [
        ['uniform 100 1', 'uniform 100 2 1 5', 101.11638877372494, 1.4862729492619973e-35],
        ['uniform 500 1', 'uniform 500 2 1 5', 507.0122516090512, 4.036644375608349e-170],
      ],
    ],
  ],
  'mann-whitney': [
    [
      "mannwhitneyu(method='asymptotic')",
      { method: 'asymptotic', continuity: true, alternative: 'two-sided' },
      [
        ['bell 60 5', 'bell 45 6 1 0.4', 1014.0, 0.02982228629779865],
        ['rows 1 2 3 4', 'rows 2.5 3.5 4.5', 3.0, 0.376759117811582],
        ['ties 80 9', 'ties 60 10 1 1', 2069.5, 0.15933973269702084],
        ['rows 1 1 2 3 3 3', 'rows 2 2 3 4', 8.5, 0.5023349543605021],
      ],
    ],
    [
      "mannwhitneyu(method='asymptotic')",
      { method: 'asymptotic', continuity: false, alternative: 'two-sided' },
      [
        ['bell 60 5', 'bell 45 6 1 0.4', 1014.0, 0.029579171888263422],
        ['rows 1 2 3 4', 'rows 2.5 3.5 4.5', 3.0, 0.2888443663464849],
        ['ties 80 9', 'ties 60 10 1 1', 2069.5, 0.15870866826364483],
        ['rows 1 1 2 3 3 3', 'rows 2 2 3 4', 8.5, 0.4338480657664392],
      ],
    ],
    [
      "mannwhitneyu(method='asymptotic')",
      { method: 'asymptotic', continuity: true, alternative: 'less' },
      [
        ['bell 60 5', 'bell 45 6 1 0.4', 1014.0, 0.014911143148899325],
        ['rows 1 2 3 4', 'rows 2.5 3.5 4.5', 3.0, 0.188379558905791],
        ['ties 80 9', 'ties 60 10 1 1', 2069.5, 0.07966986634851042],
        ['rows 1 1 2 3 3 3', 'rows 2 2 3 4', 8.5, 0.25116747718025106],
      ],
    ],
    [
      "mannwhitneyu(method='asymptotic')",
      { method: 'asymptotic', continuity: true, alternative: 'greater' },
      [
        ['bell 60 5', 'bell 45 6 1 0.4', 1014.0, 0.985331118018032],
        ['rows 1 2 3 4', 'rows 2.5 3.5 4.5', 3.0, 0.8920375305299298],
        ['ties 80 9', 'ties 60 10 1 1', 2069.5, 0.9209602512474491],
        ['rows 1 1 2 3 3 3', 'rows 2 2 3 4', 8.5, 0.8144533152386513],
      ],
    ],
    [
      "mannwhitneyu(method='exact')",
      { method: 'exact' },
      [
        ['bell 60 5', 'bell 45 6 1 0.4', 1014.0, 0.029398810325403275],
        ['rows 1 2 3 4', 'rows 2.5 3.5 4.5', 3.0, 0.4],
      ],
    ],
    [
      'normal tail by mpmath',
      { method: 'asymptotic' },
      [
        ['uniform 100 1', 'uniform 100 2 1 5', 0.0, 2.5621436691633944e-34],
        ['uniform 500 1', 'uniform 500 2 1 5', 0.0, 5.856242913499579e-165],
      ],
    ],
  ],
  'epps-singleton': [
    [
      'epps_singleton_2samp',
      {},
      [
        ['bell 60 5', 'bell 45 6 1 0.4', 5.2237869686158644, 0.2650965078885051],
        ['uniform 300 1', 'uniform 200 2 1 0.05', 10.97799294694872, 0.026812459807993783],
        ['ties 80 9', 'ties 60 10 1 1', 37.267317625553815, 1.586740985269391e-7],
      ],
    ],
    [
      'epps_singleton_2samp(t=(0.3, 1.2))',
      { t: [0.3, 1.2] },
      [
        ['bell 60 5', 'bell 45 6 1 0.4', 5.164916811668918, 0.27079068528691536],
        ['uniform 300 1', 'uniform 200 2 1 0.05', 10.53386693753456, 0.032333665574408775],
        ['ties 80 9', 'ties 60 10 1 1', 35.45251827705666, 3.750027912491343e-7],
      ],
    ],
  ],
};

/** Function, arguments, expected: mpmath (tails), scipy.stats.kstwo. */
export const tailCases: readonly TailCase[] = [
  { name: 'tPValue', args: [0.5, 1], p: 0.7048327646991335 },
  { name: 'tPValue', args: [4, 1], p: 0.15595826075473865 },
  { name: 'tPValue', args: [40, 1], p: 0.015912179824051628 },
  { name: 'tPValue', args: [1e60, 1], p: 6.366197723675814e-61 },
  { name: 'tPValue', args: [0.5, 3], p: 0.651447964848151 },
  { name: 'tPValue', args: [4, 3], p: 0.028008456010146166 },
  { name: 'tPValue', args: [40, 3], p: 3.4380680789158526e-5 },
  { name: 'tPValue', args: [1e60, 3], p: 2.2053155816871686e-180 },
  { name: 'tPValue', args: [0.5, 10], p: 0.6278936057429729 },
  { name: 'tPValue', args: [4, 10], p: 0.0025183326247366924 },
  { name: 'tPValue', args: [40, 10], p: 2.2808577430857547e-12 },
  { name: 'tPValue', args: [0.5, 300], p: 0.6174416225542252 },
  { name: 'tPValue', args: [4, 300], p: 7.984004483719465e-5 },
  { name: 'tPValue', args: [40, 300], p: 2.8524180395311874e-122 },
  { name: 'chiSquarePValue', args: [0.01, 1], p: 0.920344325445942 },
  { name: 'chiSquarePValue', args: [9, 1], p: 0.002699796063260189 },
  { name: 'chiSquarePValue', args: [400, 1], p: 5.5072482372124675e-89 },
  { name: 'chiSquarePValue', args: [1300, 1], p: 1.1303728441492743e-284 },
  { name: 'chiSquarePValue', args: [0.01, 4], p: 0.9999875415886458 },
  { name: 'chiSquarePValue', args: [9, 4], p: 0.061099480960332686 },
  { name: 'chiSquarePValue', args: [400, 4], p: 2.7816320187408423e-85 },
  { name: 'chiSquarePValue', args: [1300, 4], p: 3.3278807185719026e-280 },
  { name: 'chiSquarePValue', args: [0.01, 99], p: 1.0 },
  { name: 'chiSquarePValue', args: [9, 99], p: 1.0 },
  { name: 'chiSquarePValue', args: [400, 99], p: 8.372893780664648e-38 },
  { name: 'chiSquarePValue', args: [1300, 99], p: 1.7006123396318979e-208 },
  { name: 'ksPValue', args: [0.2, 200, 200, 'asymptotic'], p: 0.0005551927327988775 },
  { name: 'ksPValue', args: [0.9, 600, 600, 'asymptotic'], p: 2.2226563669755547e-300 },
  { name: 'ksPValue', args: [0.99, 680, 680, 'asymptotic'], p: 0.0 },
];

/** Adjusted p-values of statsmodels.stats.multitest.multipletests. */
export const adjusted = {
  pValues: [0.01, 0.04, 0.03, 0.04, 0.2, 1e-9, 0.9],
  by: [
    ['bonferroni', [0.07, 0.28, 0.21, 0.28, 1.0, 7.000000000000001e-9, 1.0]],
    ['holm', [0.06, 0.16, 0.15, 0.16, 0.4, 7.000000000000001e-9, 0.9]],
    ['benjamini-hochberg', [0.035, 0.056, 0.056, 0.056, 0.23333333333333336, 7.000000000000001e-9, 0.9]],
    [
      'benjamini-yekutieli',
      [0.09075, 0.14519999999999997, 0.14519999999999997, 0.14519999999999997, 0.605, 1.815e-8, 1.0],
    ],
  ],
} as const;
