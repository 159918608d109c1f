import type { FeatureDetail } from '../report/detail.ts';
import type { Bars, Contribution, Distribution, RidgeRow, Ridgeline, ShareBands } from '../report/distribution.ts';
import type { OverTime } from '../report/history.ts';
import type { SliceReport, SliceRow } from '../report/slices.ts';

const HOUR = 3_600_000;
/** Tue 10 November 2026, 0:00 UTC. */
export const START = Date.UTC(2026, 10, 10);

const bell = (x: number, mean: number, sd: number) => Math.exp(-0.5 * ((x - mean) / sd) ** 2);
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

/** One side from its counts. */
export function barsOf(counts: number[], edges: number[] = [], missing = 0, beyond: Bars['beyond'] = [0, 0]): Bars {
  const inside = sum(counts);
  const n = Math.round(inside / (1 - beyond[0] - beyond[1]));
  const shares = counts.map((count) => (n > 0 ? count / n : 0));
  const densities = edges.length > 0 ? shares.map((share, i) => share / ((edges[i + 1] ?? 0) - (edges[i] ?? 0))) : [];
  return { n, counts, shares, densities, missing, missingShare: missing / Math.max(1, missing + n), beyond };
}

/** Both sides on bins; ECDF and Q–Q follow from them. */
export function binned(
  edges: number[],
  reference: Bars,
  current: Bars,
  more: Partial<Distribution> = {}
): Distribution {
  const steps = ({ shares, beyond }: Bars) =>
    shares.reduce((to, share) => [...to, (to[to.length - 1] ?? 0) + share], [beyond[0]]);
  const [r, c] = [steps(reference), steps(current)];
  const apart = r.map((share, i) => Math.abs(share - (c[i] ?? 0)));
  const at = apart.indexOf(Math.max(...apart));
  const levels = Array.from({ length: 99 }, (_, i) => (i + 1) / 100);
  return {
    cells: { kind: 'bins', edges },
    reference,
    current,
    difference: current.shares.map((share, i) => share - (reference.shares[i] ?? 0)),
    ecdf: {
      reference: { x: edges, y: r },
      current: { x: edges, y: c },
      gap: { at: edges[at] ?? 0, reference: r[at] ?? 0, current: c[at] ?? 0 },
    },
    qq: { x: levels.map((p) => quantile(edges, r, p)), y: levels.map((p) => quantile(edges, c, p)) },
    remark: '',
    sentence: '118–124 fell from 21 % to 9 %: 62 % of the PSI',
    binsText: `${edges.length - 1} bins of equal width, by the reference`,
    ...more,
  };
}

function quantile(edges: number[], steps: number[], p: number): number {
  const i = Math.max(
    1,
    steps.findIndex((step) => step >= p)
  );
  const [low = 0, high = 1] = [steps[i - 1], steps[i]];
  const [from = 0, to = 0] = [edges[i - 1], edges[i]];
  return from + ((p - low) / Math.max(1e-9, high - low)) * (to - from);
}

/** Both sides on categories, already in order of difference. */
export function counted(
  labels: string[],
  reference: Bars,
  current: Bars,
  more: Partial<Distribution> = {}
): Distribution {
  const mark = (i: number) =>
    reference.counts[i] === 0 ? ('new' as const) : current.counts[i] === 0 ? ('vanished' as const) : undefined;
  return {
    cells: {
      kind: 'categories',
      labels,
      marks: labels.map((label, i) => (/^\d+ others$/.test(label) ? 'other' : mark(i))),
    },
    reference,
    current,
    difference: current.shares.map((share, i) => share - (reference.shares[i] ?? 0)),
    remark: '',
    sentence: '',
    binsText: '',
    ...more,
  };
}

/** PSI terms of a distribution, signed, as parts of their sum. */
export function psiOf({ cells, reference, current }: Distribution): Contribution {
  const floor = (share: number | undefined) => Math.max(share ?? 0, 1e-4);
  const terms = current.shares.map((share, i) => {
    const [p, q] = [floor(reference.shares[i]), floor(share)];
    return { term: (q - p) * Math.log(q / p), up: q >= p };
  });
  const whole = sum(terms.map(({ term }) => term));
  const parts = terms.map(({ term, up }) => (whole > 0 ? ((up ? 1 : -1) * term) / whole : 0));
  const percent = (share: number | undefined) => `${((share ?? 0) * 100).toFixed(1)} %`;
  const name = (i: number) =>
    cells.kind === 'bins' ? `${cells.edges[i]}–${cells.edges[i + 1]}` : (cells.labels[i] ?? '');
  const titles = parts.map((part, i) => {
    const moves = `${part < 0 ? 'fell' : 'rose'} from ${percent(reference.shares[i])} to ${percent(current.shares[i])}`;
    return `${name(i)} ${moves}: ${Math.round(Math.abs(part) * 100)} % of the PSI`;
  });
  return { cells, title: `PSI ${whole.toFixed(3)}`, parts, titles };
}

const TEMPO_EDGES = Array.from({ length: 31 }, (_, i) => 60 + 5 * i);
const middles = TEMPO_EDGES.slice(0, -1).map((edge) => edge + 2.5);
const hole = (x: number) => (x > 115 && x < 130 ? 0.42 : 1);

/** Beats per minute: the middle of the current side is gone, the mean is the same. */
export function tempo(more: Partial<Distribution> = {}): Distribution {
  const counts = (n: number, weight: (x: number) => number) => {
    const whole = sum(middles.map(weight));
    return middles.map((x) => Math.round((n * weight(x)) / whole));
  };
  const reference = barsOf(
    counts(5000, (x) => bell(x, 122, 24)),
    TEMPO_EDGES
  );
  const current = barsOf(
    counts(500, (x) => bell(x, 122, 26) * hole(x)),
    TEMPO_EDGES
  );
  return binned(TEMPO_EDGES, reference, current, more);
}

/** Milliseconds, skewed, with missing values and some beyond the axis. */
export function latency(): Distribution {
  const edges = Array.from({ length: 26 }, (_, i) => i * 40);
  const middle = edges.slice(0, -1).map((edge) => edge + 20);
  const counts = (n: number, mean: number) => {
    const weights = middle.map((x) => (x / mean) * Math.exp(-x / mean));
    return weights.map((weight) => Math.round((n * weight) / sum(weights)));
  };
  const reference = barsOf(counts(20_000, 90), edges, 0, [0, 0.001]);
  return binned(edges, reference, barsOf(counts(1200, 140), edges, 380, [0, 0.024]), {
    remark: '49 values beyond the axis',
    sentence: 'above 400 rose from 4.2 % to 18 %: 71 % of the PSI',
  });
}

/** Text with a new and a vanished value. */
export function countries(): Distribution {
  const labels = ['BR', 'DE', 'US', 'FR', 'JP', 'IN', '17 others'];
  const reference = barsOf([450, 900, 1500, 600, 300, 0, 1250], [], 50);
  return counted(labels, reference, barsOf([160, 40, 130, 65, 0, 31, 110], [], 9), {
    sentence: 'BR rose from 9 % to 30 %: 58 % of the PSI',
  });
}

/** n categories whose names do not fit side by side. */
export function manyNames(n: number, length = 18): Distribution {
  const labels = Array.from({ length: n }, (_, i) =>
    i === n - 1 && n > 2 ? '112 others' : `device-${i}-`.padEnd(length, 'Mobile Safari on tablet ')
  );
  const reference = labels.map((_, i) => (i === 1 ? 0 : 100 * (n - i) + 40));
  const current = labels.map((_, i) => (i === 2 ? 0 : Math.round(((i * 37) % 50) + 12)));
  return counted(labels, barsOf(reference), barsOf(current));
}

const ridge = Array.from({ length: 100 }, (_, i) => 60 + 1.5 * i);

function ridgeRow(chunk: number): RidgeRow {
  const from = START + chunk * 6 * HOUR;
  const over = chunk > 14;
  const few = chunk === 5;
  const depth = over ? Math.max(0.35, 1 - (chunk - 14) * 0.15) : 1;
  const weights = ridge.map((x) => bell(x, 122, over ? 26 : 24 + (chunk % 3)) * (1 - (1 - depth) * bell(x, 122, 7)));
  const whole = sum(weights) * 1.5;
  return {
    from,
    to: from + 6 * HOUR,
    density: few ? [] : weights.map((weight) => weight / whole),
    ...(!few && { quartiles: over ? [99, 122, 145] : [106, 122, 138] }),
    n: few ? 11 : 312 + chunk,
    over,
    title: `chunk ${chunk}: ${few ? '11 rows, too few' : `PSI ${over ? '0.12' : '0.02'}, limit 0.047, ${over ? 'drift' : 'no drift'}`}`,
  };
}

export function tempoRidges(chunks = 22): Ridgeline {
  const weights = ridge.map((x) => bell(x, 122, 24));
  const density = weights.map((weight) => weight / (sum(weights) * 1.5));
  const reference: RidgeRow = {
    density,
    quartiles: [106, 122, 138],
    n: 5000,
    over: false,
    title: 'reference, 5,000 rows',
  };
  return {
    x: ridge,
    rows: [reference, ...Array.from({ length: chunks }, (_, i) => ridgeRow(i))],
    title: 'density of each chunk of 6 h',
  };
}

export function countryBands(chunks = 16): ShareBands {
  const row = (chunk: number) => {
    const br = chunk > 9 ? 0.09 + (chunk - 9) * 0.04 : 0.09;
    const rest = 1 - br;
    return [br, 0.2 * rest, 0.33 * rest, 0.13 * rest, 0.07 * rest, 0.27 * rest];
  };
  const chunkRow = (chunk: number) => ({
    from: START + chunk * 6 * HOUR,
    to: START + (chunk + 1) * 6 * HOUR,
    shares: chunk === 4 ? [] : row(chunk),
    n: chunk === 4 ? 0 : 300,
    over: chunk > 10,
    title: `chunk ${chunk}: ${chunk === 4 ? 'no rows' : 'PSI 0.1'}`,
  });
  return {
    labels: ['BR', 'DE', 'US', 'FR', 'JP', '17 others'],
    rows: [
      { shares: row(0), n: 5000, over: false, title: 'reference' },
      ...Array.from({ length: chunks }, (_, i) => chunkRow(i)),
    ],
    title: 'shares in each chunk of 6 h',
  };
}

const slice = (
  column: string,
  value: string | null,
  numbers: [number, number, number, number],
  more: Partial<SliceRow> = {}
): SliceRow => ({
  column,
  value,
  nReference: numbers[0],
  nCurrent: numbers[1],
  mix: numbers[2],
  within: numbers[3],
  part: 0.1,
  state: 'no drift',
  pText: '0.44',
  title: `${column} ${value ?? 'missing'}: mean moved by ${numbers[3]} within`,
  ...more,
});

export function tempoSlices(): SliceReport {
  return {
    rows: [
      slice('country', 'BR', [450, 160, 0.8, -6.2], { part: 0.41, state: 'drift', pText: '<0.001' }),
      slice('device', 'Mobile Safari on an old tablet', [220, 48, -1.4, -2.1], {
        part: 0.2,
        state: 'possible',
        pText: '0.03',
      }),
      slice('country', 'DE', [900, 90, -0.7, 0.4]),
      slice('device', 'desktop', [3100, 310, 0.2, 0.1], { pText: '0.81' }),
      slice('country', null, [40, 4, 0.1, 0], { state: 'too few rows', pText: '–' }),
    ],
    sentence: 'country carries it: BR alone 41 % of the change, almost all of it within',
  };
}

export function tempoOverTime(): OverTime {
  const points = Array.from({ length: 28 }, (_, i) => {
    const over = i > 17;
    const y = i === 5 ? null : over ? Math.min(0.14, 0.05 + (i - 17) * 0.02) : 0.02 + (i % 3) * 0.004;
    return {
      from: START + i * 6 * HOUR,
      to: START + (i + 1) * 6 * HOUR,
      y,
      limit: 0.047,
      band: [0.004, 0.034] as const,
      level: i === 5 ? ('no data' as const) : over ? ('far over' as const) : ('low' as const),
      over,
      title: `chunk ${i}`,
    };
  });
  return {
    feature: 'tempo',
    title: 'PSI over time',
    points,
    ticks: [],
    yMin: 0,
    yMax: 0.16,
    limitLabel: 'limit 0.047 for n = 500 v 5,000',
    since: { time: START + 18 * 6 * HOUR, text: 'since Sat 12:00' },
    changes: [],
    from: START,
    to: START + 28 * 6 * HOUR,
  };
}

/** A feature with every part. */
export function detailOf(more: Partial<FeatureDetail> = {}): FeatureDetail {
  const distribution = tempo();
  return {
    request: { feature: 'tempo' },
    scope: 'all current rows: 500 v reference 5,000',
    numbers: 'PSI 0.136, limit 0.047 (n 500 v 5,000, 10 reference deciles) · KS D 0.11, p 2e-5, adjusted p <0.001',
    sentence:
      'Drift: 118–124 fell from 21 % to 9 %, 62 % of the PSI; the means are equal, so a mean test sees nothing.',
    distribution,
    contribution: psiOf(distribution),
    overTime: tempoOverTime(),
    ridgeline: tempoRidges(),
    calendar: { absent: 'No calendar here.' },
    slices: tempoSlices(),
    quality: { absent: 'No quality here.' },
    ...more,
  };
}
