// Printed by reference/reference_cases.py: scipy 1.17.1, numpy 2.4.6, mpmath 1.4.1.
import type { Cases } from './reference-cases.ts';

export const referenceCells: Cases = {
  'chi-square': [
    [
      "chi2_contingency(lambda_='pearson')",
      { correction: true },
      [
        ['counts 10 20 30', 'counts 12 30 18', 5.181818181818182, 0.07495187103951051, 2.0],
        ['counts 5 0 95', 'counts 1 3 60', 5.954368279569893, 0.05093606094406737, 2.0],
        ['counts 40 60', 'counts 55 45', 3.9298245614035094, 0.04743689282486553, 1.0],
        ['counts 1 999', 'counts 900 100', 1628.7715903570897, 0.0, 1.0],
        ['counts 30 50 20 0 0', 'counts 25 55 15 0 5', 6.406926406926407, 0.0934062582845063, 3.0],
      ],
    ],
    [
      "power_divergence(lambda_='pearson')",
      { form: 'goodness-of-fit' },
      [
        ['counts 10 20 30', 'counts 12 30 18', 10.2, 0.0060967465655156405, 2.0],
        ['counts 40 60', 'counts 55 45', 9.375, 0.00219964706111306, 1.0],
        ['counts 1 999', 'counts 900 100', 809010.01001001, 0.0, 1.0],
      ],
    ],
    [
      "chi2_contingency(lambda_='pearson')",
      { correction: false },
      [
        ['counts 40 60', 'counts 55 45', 4.511278195488721, 0.033672068856345896, 1.0],
        ['counts 1 999', 'counts 900 100', 1632.4011638064671, 0.0, 1.0],
      ],
    ],
  ],
  'g-test': [
    [
      "chi2_contingency(lambda_='log-likelihood')",
      { correction: true },
      [
        ['counts 10 20 30', 'counts 12 30 18', 5.227679277321977, 0.0732527390462654, 2.0],
        ['counts 5 0 95', 'counts 1 3 60', 7.07455257807354, 0.029092458716179624, 2.0],
        ['counts 40 60', 'counts 55 45', 3.94292852756689, 0.04706877018558173, 1.0],
        ['counts 1 999', 'counts 900 100', 2078.089559104886, 0.0, 1.0],
        ['counts 30 50 20 0 0', 'counts 25 55 15 0 5', 8.341566047819157, 0.03945562627270264, 3.0],
      ],
    ],
    [
      "power_divergence(lambda_='log-likelihood')",
      { form: 'goodness-of-fit' },
      [
        ['counts 10 20 30', 'counts 12 30 18', 10.313901393969108, 0.005759234588849059, 2.0],
        ['counts 40 60', 'counts 55 45', 9.138523902378527, 0.002502829406258309, 1.0],
        ['counts 1 999', 'counts 900 100', 11783.993655451666, 0.0, 1.0],
      ],
    ],
    [
      "chi2_contingency(lambda_='log-likelihood')",
      { correction: false },
      [
        ['counts 40 60', 'counts 55 45', 4.528567537463012, 0.033333508277904794, 1.0],
        ['counts 1 999', 'counts 900 100', 2086.974119171584, 0.0, 1.0],
      ],
    ],
  ],
  'cramers-v': [
    [
      'contingency.association',
      {},
      [
        ['counts 10 20 30', 'counts 12 30 18', 0.20780235364840838],
        ['counts 5 0 95', 'counts 1 3 60', 0.1905442826639361],
        ['counts 40 60', 'counts 55 45', 0.15018785229652765],
        ['counts 1 999', 'counts 900 100', 0.9034382003785503],
        ['counts 30 50 20 0 0', 'counts 25 55 15 0 5', 0.17898221150335591],
      ],
    ],
    [
      'Bergsma 2013',
      { correction: 'bergsma' },
      [
        ['counts 10 20 30', 'counts 12 30 18', 0.16309081289623772],
        ['counts 5 0 95', 'counts 1 3 60', 0.15551708166895054],
        ['counts 40 60', 'counts 55 45', 0.13273962141535323],
        ['counts 1 999', 'counts 900 100', 0.9033872869387107],
        ['counts 30 50 20 0 0', 'counts 25 55 15 0 5', 0.13055614866408577],
      ],
    ],
  ],
  psi: [
    [
      'Σ (q − p) ln(q/p)',
      { emptyBins: 'floor' },
      [
        ['counts 10 20 30', 'counts 12 30 18', 0.1758200279976907],
        ['counts 5 0 95', 'counts 1 3 60', 0.32781837889893367],
        ['counts 40 60', 'counts 55 45', 0.09092037053554733],
        ['counts 1 999', 'counts 900 100', 8.18447744103031],
        ['counts 30 50 20 0 0', 'counts 25 55 15 0 5', 0.33837463456377037],
      ],
    ],
    [
      'Σ (q − p) ln(q/p)',
      { emptyBins: 'floor-renormalised' },
      [
        ['counts 10 20 30', 'counts 12 30 18', 0.1758200279976907],
        ['counts 5 0 95', 'counts 1 3 60', 0.327811367050224],
        ['counts 40 60', 'counts 55 45', 0.09092037053554733],
        ['counts 1 999', 'counts 900 100', 8.18447744103031],
        ['counts 30 50 20 0 0', 'counts 25 55 15 0 5', 0.3383344067688827],
      ],
    ],
    [
      'Σ (q − p) ln(q/p)',
      { emptyBins: 'add-one' },
      [
        ['counts 10 20 30', 'counts 12 30 18', 0.16037038953600055],
        ['counts 5 0 95', 'counts 1 3 60', 0.11029810722101087],
        ['counts 40 60', 'counts 55 45', 0.08735471936986142],
        ['counts 1 999', 'counts 900 100', 7.539212138154844],
        ['counts 30 50 20 0 0', 'counts 25 55 15 0 5', 0.11110047186600878],
      ],
    ],
    [
      'Σ (q − p) ln(q/p)',
      { emptyBins: 'omit' },
      [
        ['counts 10 20 30', 'counts 12 30 18', 0.1758200279976907],
        ['counts 5 0 95', 'counts 1 3 60', 0.04014887442144554],
        ['counts 40 60', 'counts 55 45', 0.09092037053554733],
        ['counts 1 999', 'counts 900 100', 8.18447744103031],
        ['counts 30 50 20 0 0', 'counts 25 55 15 0 5', 0.02826569045250302],
      ],
    ],
    [
      'Σ (q − p) ln(q/p)',
      { emptyBins: 'infinite' },
      [
        ['counts 10 20 30', 'counts 12 30 18', 0.1758200279976907],
        ['counts 5 0 95', 'counts 1 3 60', Infinity],
        ['counts 40 60', 'counts 55 45', 0.09092037053554733],
        ['counts 1 999', 'counts 900 100', 8.18447744103031],
        ['counts 30 50 20 0 0', 'counts 25 55 15 0 5', Infinity],
      ],
    ],
  ],
  'kullback-leibler': [
    [
      'Σ q ln(q/p)',
      { emptyBins: 'floor' },
      [
        ['counts 10 20 30', 'counts 12 30 18', 0.08594917828307591],
        ['counts 5 0 95', 'counts 1 3 60', 0.2576928799538585],
        ['counts 40 60', 'counts 55 45', 0.04569261951189262],
        ['counts 1 999', 'counts 900 100', 5.891996827725833],
        ['counts 30 50 20 0 0', 'counts 25 55 15 0 5', 0.2744183037472325],
      ],
    ],
    [
      'Σ p log₂(p/q)',
      { emptyBins: 'floor', direction: 'reference-from-current', base: 2 },
      [
        ['counts 10 20 30', 'counts 12 30 18', 0.12965622920375205],
        ['counts 5 0 95', 'counts 1 3 60', 0.1011697095679242],
        ['counts 40 60', 'counts 55 45', 0.06524985211238739],
        ['counts 1 999', 'counts 900 100', 3.307350412148459],
        ['counts 30 50 20 0 0', 'counts 25 55 15 0 5', 0.09226948130247326],
      ],
    ],
    [
      'Σ q ln(q/p)',
      { emptyBins: 'infinite' },
      [
        ['counts 10 20 30', 'counts 12 30 18', 0.08594917828307591],
        ['counts 5 0 95', 'counts 1 3 60', Infinity],
        ['counts 40 60', 'counts 55 45', 0.04569261951189262],
        ['counts 1 999', 'counts 900 100', 5.891996827725833],
        ['counts 30 50 20 0 0', 'counts 25 55 15 0 5', Infinity],
      ],
    ],
    [
      'Σ p log₂(p/q)',
      { emptyBins: 'infinite', direction: 'reference-from-current', base: 2 },
      [
        ['counts 10 20 30', 'counts 12 30 18', 0.12965622920375205],
        ['counts 5 0 95', 'counts 1 3 60', 0.10205697705595126],
        ['counts 40 60', 'counts 55 45', 0.06524985211238739],
        ['counts 1 999', 'counts 900 100', 3.307350412148459],
        ['counts 30 50 20 0 0', 'counts 25 55 15 0 5', 0.09316605973093946],
      ],
    ],
  ],
  hellinger: [
    [
      '√(1 − Σ √(pq))',
      {},
      [
        ['counts 10 20 30', 'counts 12 30 18', 0.14791615557585291],
        ['counts 5 0 95', 'counts 1 3 60', 0.16828501380814906],
        ['counts 40 60', 'counts 55 45', 0.10650437430919847],
        ['counts 1 999', 'counts 900 100', 0.8086596239546141],
        ['counts 30 50 20 0 0', 'counts 25 55 15 0 5', 0.16890593952094593],
      ],
    ],
  ],
  bhattacharyya: [
    [
      '−ln Σ √(pq)',
      {},
      [
        ['counts 10 20 30', 'counts 12 30 18', 0.022122088028632816],
        ['counts 5 0 95', 'counts 1 3 60', 0.028728588213183404],
        ['counts 40 60', 'counts 55 45', 0.01140800631047358],
        ['counts 1 999', 'counts 900 100', 1.0611153317170192],
        ['counts 30 50 20 0 0', 'counts 25 55 15 0 5', 0.028944084117068457],
      ],
    ],
    [
      'Σ √(pq)',
      { statistic: 'coefficient' },
      [
        ['counts 10 20 30', 'counts 12 30 18', 0.9781208109196601],
        ['counts 5 0 95', 'counts 1 3 60', 0.9716801541275911],
        ['counts 40 60', 'counts 55 45', 0.9886568182530061],
        ['counts 1 999', 'counts 900 100', 0.34606961258558216],
        ['counts 30 50 20 0 0', 'counts 25 55 15 0 5', 0.9714707835945465],
      ],
    ],
  ],
  'total-variation': [
    [
      '½ Σ |p − q|',
      {},
      [
        ['counts 10 20 30', 'counts 12 30 18', 0.2],
        ['counts 5 0 95', 'counts 1 3 60', 0.046875],
        ['counts 40 60', 'counts 55 45', 0.15],
        ['counts 1 999', 'counts 900 100', 0.899],
        ['counts 30 50 20 0 0', 'counts 25 55 15 0 5', 0.1],
      ],
    ],
  ],
  'histogram-intersection': [
    [
      '1 − Σ min(p, q)',
      {},
      [
        ['counts 10 20 30', 'counts 12 30 18', 0.2],
        ['counts 5 0 95', 'counts 1 3 60', 0.046875],
        ['counts 40 60', 'counts 55 45', 0.15],
        ['counts 1 999', 'counts 900 100', 0.899],
        ['counts 30 50 20 0 0', 'counts 25 55 15 0 5', 0.1],
      ],
    ],
  ],
  'l-infinity': [
    [
      'max |p − q|',
      {},
      [
        ['counts 10 20 30', 'counts 12 30 18', 0.2],
        ['counts 5 0 95', 'counts 1 3 60', 0.046875],
        ['counts 40 60', 'counts 55 45', 0.15],
        ['counts 1 999', 'counts 900 100', 0.899],
        ['counts 30 50 20 0 0', 'counts 25 55 15 0 5', 0.05],
      ],
    ],
  ],
  'jensen-shannon': [
    [
      '√ of ½ KL(p‖m) + ½ KL(q‖m)',
      {},
      [
        ['counts 10 20 30', 'counts 12 30 18', 0.14758725212172483],
        ['counts 5 0 95', 'counts 1 3 60', 0.14491474625137146],
        ['counts 40 60', 'counts 55 45', 0.10640215619834759],
        ['counts 1 999', 'counts 900 100', 0.7223181638259528],
        ['counts 30 50 20 0 0', 'counts 25 55 15 0 5', 0.14440884709583382],
      ],
    ],
    [
      'the same in base 2',
      { base: 2 },
      [
        ['counts 10 20 30', 'counts 12 30 18', 0.1772703557746192],
        ['counts 5 0 95', 'counts 1 3 60', 0.17406034908612444],
        ['counts 40 60', 'counts 55 45', 0.12780201415303133],
        ['counts 1 999', 'counts 900 100', 0.867592532844834],
        ['counts 30 50 20 0 0', 'counts 25 55 15 0 5', 0.17345270227382203],
      ],
    ],
  ],
  'fisher-exact': [
    [
      'fisher_exact',
      { alternative: 'two-sided' },
      [
        ['counts 40 60', 'counts 55 45', 0.5454545454545454, 0.04716548538301931],
        ['counts 1 999', 'counts 900 100', 0.00011122233344455567, 0.0],
      ],
    ],
    [
      'fisher_exact',
      { alternative: 'less' },
      [
        ['counts 40 60', 'counts 55 45', 0.5454545454545454, 0.023582742691509655],
        ['counts 1 999', 'counts 900 100', 0.00011122233344455567, 0.0],
      ],
    ],
    [
      'fisher_exact',
      { alternative: 'greater' },
      [
        ['counts 40 60', 'counts 55 45', 0.5454545454545454, 0.9883816500328609],
        ['counts 1 999', 'counts 900 100', 0.00011122233344455567, 1.0],
      ],
    ],
  ],
  'z-proportions': [
    [
      'proportions_ztest',
      {},
      [
        ['counts 40 60', 'counts 55 45', -2.1239769762143665, 0.03367206885634577],
        ['counts 1 999', 'counts 900 100', -40.4029845903303, 0.0],
      ],
    ],
  ],
};
