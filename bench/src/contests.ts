import type { InputName } from './inputs.ts';
import type { OurJob } from './ours/jobs.ts';
import type { PeerName } from './peers.ts';

/** One of our jobs in a contest. */
export interface Entry {
  job: OurJob;
  /** What we call, for the table. */
  title: string;
  /** How many times as fast as the peer we mean to be. */
  target?: number;
  /** The same numbers and verdicts as the peer's are expected. */
  same: boolean;
}

/** One job of a peer and ours to the same end, on the same data. */
export interface Contest {
  name: string;
  title: string;
  input: InputName;
  peer: PeerName;
  peerJob: string;
  /** What the peer calls, for the table. */
  peerTitle: string;
  ours: Entry[];
  /** Features in the warm-up. */
  warmUp: number;
  repetitions: number;
}

export const contests: Contest[] = [
  {
    name: 'ks',
    title: 'KS, D and p, 1e6 v 1e6 normals',
    input: 'pair',
    peer: 'scipy',
    peerJob: 'ks',
    peerTitle: '`scipy.stats.ks_2samp`',
    ours: [{ job: 'ks', title: "`compare('ks')`", target: 4.5, same: true }],
    warmUp: 1,
    repetitions: 5,
  },
  {
    name: 'wasserstein',
    title: 'Wasserstein-1, 1e6 v 1e6 normals',
    input: 'pair',
    peer: 'scipy',
    peerJob: 'wasserstein',
    peerTitle: '`scipy.stats.wasserstein_distance`',
    ours: [{ job: 'wasserstein', title: "`compare('wasserstein')`", target: 3.5, same: true }],
    warmUp: 1,
    repetitions: 5,
  },
  {
    name: 'psi-equal-width',
    title: 'Histogram and PSI, 30 bins of equal width, 1e6 v 1e6',
    input: 'pair',
    peer: 'scipy',
    peerJob: 'psi-equal-width',
    peerTitle: '`numpy.histogram`',
    ours: [{ job: 'psi-equal-width', title: "`compare('psi')`", target: 1, same: true }],
    warmUp: 1,
    repetitions: 7,
  },
  {
    name: 'psi-quantile',
    title: 'Histogram and PSI, 10 bins at reference quantiles, 1e6 v 1e6',
    input: 'pair',
    peer: 'scipy',
    peerJob: 'psi-quantile',
    peerTitle: '`numpy.quantile`, `numpy.histogram`',
    ours: [{ job: 'psi-quantile', title: "`compare('psi')`", target: 1, same: true }],
    warmUp: 1,
    repetitions: 7,
  },
  {
    name: 'evidently',
    title: '50 features, 1e5 v 1e5 each',
    input: 'wide',
    peer: 'evidently',
    peerJob: 'evidently-preset',
    peerTitle: '`DataDriftPreset`',
    ours: [
      { job: 'evidently-preset', title: '`runPresetOnFeatures(presets.evidently)`', target: 25, same: true },
      { job: 'assess-many', title: '`assessMany` (KS, PSI, Holm)', target: 25, same: false },
    ],
    warmUp: 2,
    repetitions: 3,
  },
  {
    name: 'nannyml-one-chunk',
    title: 'Jensen–Shannon, 50 features, 1e5 v 1e5 in one chunk',
    input: 'wide',
    peer: 'nannyml',
    peerJob: 'nannyml-one-chunk',
    peerTitle: '`UnivariateDriftCalculator`',
    ours: [
      { job: 'nannyml-one-chunk', title: '`nannymlChunks`', target: 2.5, same: true },
      { job: 'nannyml-preset', title: '`runPreset(presets.nannyml)`, with limits from ten chunks', same: false },
    ],
    warmUp: 2,
    repetitions: 5,
  },
  {
    name: 'nannyml-chunks',
    title: 'Jensen–Shannon, 500 features, 20,000 v 20,000 in 100 chunks',
    input: 'chunked',
    peer: 'nannyml',
    peerJob: 'nannyml-chunks',
    peerTitle: '`UnivariateDriftCalculator`',
    ours: [{ job: 'nannyml-chunks', title: '`nannymlChunks`', target: 30, same: true }],
    warmUp: 2,
    repetitions: 3,
  },
];

/** Jobs whose time is also told in multiples of what the machine cannot be asked to beat. */
export const withLimit: OurJob[] = ['ks', 'wasserstein', 'psi-equal-width', 'psi-quantile'];

/** Jobs whose memory is measured. */
export const withMemory = [
  { job: 'ks', title: 'KS' },
  { job: 'wasserstein', title: 'Wasserstein-1' },
  { job: 'psi-equal-width', title: 'PSI, bins of equal width' },
  { job: 'psi-quantile', title: 'PSI, bins at quantiles' },
] as const;

/** Most memory above the input, in sizes of the input. */
export const memoryTarget = 3;

/** Most time of pre-binned comparisons, in times of a bare loop. */
export const preBinnedTarget = 3;
