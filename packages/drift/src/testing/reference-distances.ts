// Printed by reference/reference_cases.py: scipy 1.17.1, numpy 2.4.6, mpmath 1.4.1.
import type { Cases } from './reference-cases.ts';

export const referenceDistances: Cases = {
  wasserstein: [
    [
      '∫ |F − G|, as wasserstein_distance',
      {},
      [
        ['bell 60 5', 'bell 45 6 1 0.4', 0.4505497343113853],
        ['skew 40 3', 'skew 400 4 1.5', 0.14295919351100544],
        ['rows 1 1 2 3 3 3', 'rows 2 2 3 4', 0.5833333333333334],
        ['uniform 40 5 1e-300 1e-300', 'uniform 30 6 1e-300 1.2e-300', 0.0],
        ['bell 40 5 1e300', 'bell 30 6 1e300 4e299', 3.338780523495128e299],
      ],
    ],
    [
      'over numpy.std(reference)',
      { scale: 'reference-sd' },
      [
        ['bell 60 5', 'bell 45 6 1 0.4', 0.45966173607278427],
        ['skew 40 3', 'skew 400 4 1.5', 0.58660416171435],
        ['rows 1 1 2 3 3 3', 'rows 2 2 3 4', 0.6499336836196815],
        ['uniform 40 5 1e-300 1e-300', 'uniform 30 6 1e-300 1.2e-300', 1.0377154290929893],
        ['bell 40 5 1e300', 'bell 30 6 1e300 4e299', 0.3683671223428326],
      ],
    ],
    [
      'over the common range',
      { scale: 'range' },
      [
        ['bell 60 5', 'bell 45 6 1 0.4', 0.09709499929531813],
        ['skew 40 3', 'skew 400 4 1.5', 0.09674389658430799],
        ['rows 1 1 2 3 3 3', 'rows 2 2 3 4', 0.19444444444444445],
        ['uniform 40 5 1e-300 1e-300', 'uniform 30 6 1e-300 1.2e-300', 0.26030353093600084],
        ['bell 40 5 1e300', 'bell 30 6 1e300 4e299', 0.07195185523113277],
      ],
    ],
    [
      'wasserstein_distance with weights',
      {},
      [
        ['weighted 71 bell 60 5', 'weighted 72 bell 45 6 1 0.4', 0.40659485690387104],
        ['weighted 71 uniform 300 1', 'weighted 72 uniform 200 2 1 0.05', 0.06418987983000964],
      ],
    ],
    ['wasserstein_distance of midpoints', {}, [['bins 0 1 2 4 8 | 5 0 3 2', 'bins 0 1 2 4 8 | 1 4 4 1', 0.7]]],
  ],
  energy: [
    [
      '√(2 ∫ (F − G)²), as energy_distance',
      {},
      [
        ['bell 60 5', 'bell 45 6 1 0.4', 0.3545785283526648],
        ['skew 40 3', 'skew 400 4 1.5', 0.1827723871958702],
        ['rows 1 1 2 3 3 3', 'rows 2 2 3 4', 0.5892556509887896],
        ['uniform 40 5 1e-300 1e-300', 'uniform 30 6 1e-300 1.2e-300', 0.0],
        ['bell 40 5 1e300', 'bell 30 6 1e300 4e299', 2.6556389380945797e149],
      ],
    ],
    [
      'energy_distance with weights',
      {},
      [
        ['weighted 71 bell 60 5', 'weighted 72 bell 45 6 1 0.4', 0.31387246022975157],
        ['weighted 71 uniform 300 1', 'weighted 72 uniform 200 2 1 0.05', 0.10038504374751603],
      ],
    ],
    [
      'energy_distance of midpoints',
      {},
      [['bins 0 1 2 4 8 | 5 0 3 2', 'bins 0 1 2 4 8 | 1 4 4 1', 0.6164414002968976]],
    ],
  ],
  'l-infinity': [
    [
      'deequ, plain: max |F − G|',
      {},
      [
        ['bell 60 5', 'bell 45 6 1 0.4', 0.2722222222222222],
        ['skew 40 3', 'skew 400 4 1.5', 0.17],
        ['rows 1 1 2 3 3 3', 'rows 2 2 3 4', 0.3333333333333333],
        ['uniform 40 5 1e-300 1e-300', 'uniform 30 6 1e-300 1.2e-300', 0.4583333333333333],
        ['bell 40 5 1e300', 'bell 30 6 1e300 4e299', 0.2],
      ],
    ],
    [
      'deequ, robust: less 1.8 √((n + m)/(nm))',
      { robust: true },
      [
        ['bell 60 5', 'bell 45 6 1 0.4', 0.0],
        ['skew 40 3', 'skew 400 4 1.5', 0.0],
        ['rows 1 1 2 3 3 3', 'rows 2 2 3 4', 0.0],
        ['uniform 40 5 1e-300 1e-300', 'uniform 30 6 1e-300 1.2e-300', 0.023592030947650177],
        ['bell 40 5 1e300', 'bell 30 6 1e300 4e299', 0.0],
      ],
    ],
    [
      'less √(−½ ln 0.025) √((n + m)/(nm))',
      { robust: true, alpha: 0.05 },
      [
        ['bell 60 5', 'bell 45 6 1 0.4', 0.004400991533221423],
        ['skew 40 3', 'skew 400 4 1.5', 0.0],
        ['rows 1 1 2 3 3 3', 'rows 2 2 3 4', 0.0],
        ['uniform 40 5 1e-300 1e-300', 'uniform 30 6 1e-300 1.2e-300', 0.13032065459719594],
        ['bell 40 5 1e300', 'bell 30 6 1e300 4e299', 0.0],
      ],
    ],
  ],
  'jensen-shannon': [
    [
      'jensenshannon of gaussian_kde, 256 points',
      { method: 'kde' },
      [
        ['bell 60 5', 'bell 45 6 1 0.4', 0.13806522857532147],
        ['uniform 300 1', 'uniform 200 2 1 0.05', 0.07121379960571302],
      ],
    ],
    [
      'its square in base 2',
      { base: 2, statistic: 'divergence' },
      [
        ['bell 60 5', 'bell 45 6 1 0.4', 0.027500663461051515],
        ['uniform 300 1', 'uniform 200 2 1 0.05', 0.007316491210691814],
      ],
    ],
    [
      'jensenshannon of numpy.histogram, 64 bins',
      { method: 'hist' },
      [
        ['bell 60 5', 'bell 45 6 1 0.4', 0.561272165911165],
        ['uniform 300 1', 'uniform 200 2 1 0.05', 0.32908495276893296],
      ],
    ],
  ],
  mmd: [
    [
      'Gretton 2012, eq. 3',
      { sigma: 0.5, permutations: 0 },
      [
        ['bell 60 5', 'bell 45 6 1 0.4', 0.008515303640301508],
        ['uniform 300 1', 'uniform 200 2 1 0.05', 0.008980989816619989],
      ],
    ],
    [
      'Gretton 2012, eq. 5',
      { sigma: 0.5, permutations: 0, estimator: 'biased' },
      [
        ['bell 60 5', 'bell 45 6 1 0.4', 0.035414852312498524],
        ['uniform 300 1', 'uniform 200 2 1 0.05', 0.01088254704687186],
      ],
    ],
  ],
  'domain-classifier': [['apart: every pair in order', {}, [['uniform 30 1', 'uniform 40 2 1 5', 1.0]]]],
  psi: [
    [
      'deciles of the reference, type 7',
      {},
      [
        ['bell 60 5', 'bell 45 6 1 0.4', 0.3883033125245405],
        ['uniform 300 1', 'uniform 200 2 1 0.05', 0.08901190588928935],
      ],
    ],
    [
      'numpy.histogram_bin_edges(10)',
      { rule: 'equal-width', of: 'pooled' },
      [
        ['bell 60 5', 'bell 45 6 1 0.4', 0.8467337365939668],
        ['uniform 300 1', 'uniform 200 2 1 0.05', 0.07791036407392617],
      ],
    ],
    [
      "numpy.histogram_bin_edges('sturges')",
      { rule: 'sturges', of: 'pooled' },
      [
        ['bell 60 5', 'bell 45 6 1 0.4', 0.4124954185221235],
        ['uniform 300 1', 'uniform 200 2 1 0.05', 0.07791036407392617],
      ],
    ],
    [
      "numpy.histogram_bin_edges('doane')",
      { rule: 'doane', of: 'pooled' },
      [
        ['bell 60 5', 'bell 45 6 1 0.4', 0.3248305777387845],
        ['uniform 300 1', 'uniform 200 2 1 0.05', 0.10023320753791382],
      ],
    ],
    [
      "numpy.histogram_bin_edges('fd')",
      { rule: 'freedman-diaconis', of: 'pooled' },
      [
        ['bell 60 5', 'bell 45 6 1 0.4', 0.4124954185221235],
        ['uniform 300 1', 'uniform 200 2 1 0.05', 0.12303445124861995],
      ],
    ],
    [
      "numpy.histogram_bin_edges('scott')",
      { rule: 'scott', of: 'pooled' },
      [
        ['bell 60 5', 'bell 45 6 1 0.4', 0.38220312620674635],
        ['uniform 300 1', 'uniform 200 2 1 0.05', 0.12303445124861995],
      ],
    ],
    [
      "numpy.histogram_bin_edges('auto')",
      { rule: 'auto', of: 'pooled' },
      [
        ['bell 60 5', 'bell 45 6 1 0.4', 0.4124954185221235],
        ['uniform 300 1', 'uniform 200 2 1 0.05', 0.07791036407392617],
      ],
    ],
    [
      'edges given',
      { edges: [-0.5, 0.25, 0.5, 1], outside: 'outer-bins' },
      [
        ['bell 60 5', 'bell 45 6 1 0.4', 0.12314472631202585],
        ['uniform 300 1', 'uniform 200 2 1 0.05', 0.049724014499881744],
      ],
    ],
    ['a constant reference has a bin of its own', {}, [['rows 3 3 3 3', 'rows 4 4 4 3', 7.730822229653267]]],
  ],
};
