import type { State } from '@soundcheck/drift';
import type { Heatmap } from '../report/heatmap.ts';
import { levelIndex, levelOf, type Level } from '../report/level.ts';
import type { QualityRow } from '../report/quality.ts';
import type { FeatureReport, Orders, Report, Twin } from '../report/report.ts';
import type { Actions } from '../views/scene.ts';
import { START } from './details.ts';

/** Chunks begin at `START`, one every 6 h. */
export const STEP = 6 * 3_600_000;

const NAMES = [
  'tempo',
  'acousticness',
  'danceability',
  'valence',
  'key',
  'instrumentalness',
  'energy',
  'speechiness',
  'liveness',
  'loudness',
  'mode',
  'duration_ms',
  'is_explicit',
];

/** The same numbers in 0 … 1 on every run (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

function effectOf(at: number): number {
  return [2.9, 2.2, 1.4, 0.8, 0.7, 0.7, 0.6, 0.5, 0.4, 0.4, 0.3, 0.2, 0.1][at] ?? 0.9 / (at - 10);
}

/** How many of `n` features drift in these reports: the first ones. */
export function driftedOf(n: number): number {
  return Math.min(n, 3);
}

function twinOf(at: number): Twin {
  const bins = 20;
  const bell = (middle: number, sd: number) =>
    Array.from({ length: bins }, (_, bin) => Math.exp(-0.5 * ((bin + 0.5 - middle) / sd) ** 2));
  if (NAMES[at % 13] === 'key' || NAMES[at % 13] === 'mode') {
    return { edges: [], reference: [0.4, 0.25, 0.15, 0.12, 0.08], current: [0.38, 0.26, 0.16, 0.12, 0.08] };
  }
  const current = bell(at === 1 || at === 2 ? 12 : 10, 4).map((share, bin) =>
    at === 0 && bin > 7 && bin < 12 ? share * 0.4 : share
  );
  return { edges: Array.from({ length: bins + 1 }, (_, edge) => edge * 5), reference: bell(10, 4), current };
}

function stateOf(effect: number): State {
  return effect > 1 ? 'drift' : 'no drift';
}

function featureReport(at: number): FeatureReport {
  const feature = NAMES[at] ?? `outputs-a_feature_with_a_long_name_${at}`;
  const effect = effectOf(at);
  const state = stateOf(effect);
  const pText =
    effect > 2 ? '<0.001' : effect > 1 ? '0.004' : String(Math.min(1, Number((1 / (1 + 4 * effect)).toFixed(2))));
  return {
    feature,
    kind: twinOf(at).edges.length > 0 ? 'numeric' : 'categorical',
    state,
    why: effect > 1 ? '118–124 fell from 21 % to 9 % (62 % of the PSI)' : 'within its limit',
    effect,
    effectText: effect.toFixed(1),
    pText,
    numbers: `PSI ${(effect * 0.047).toFixed(3)}, limit 0.047 (n 500 v 5,000, 10 reference deciles)`,
    flags: effect > 1 ? ['drift'] : feature === 'speechiness' ? ['3 % missing'] : [],
    since: effect > 1 ? START + 16 * STEP : undefined,
    row: at,
    twin: twinOf(at),
    result: { feature, state, effectOverLimit: effect, nReference: 5000, nCurrent: 500 },
  };
}

/** Level of a chunk in these reports: one with few rows, one without data, drift from two thirds on. */
function cellLevel(at: number, chunk: number, chunks: number): { level: Level; effect: number } {
  const random = randomFrom(at * 7919 + chunk)();
  if (chunk === Math.floor(chunks / 9)) {
    return { level: 'few', effect: NaN };
  }
  if (chunk === Math.floor(chunks / 3) && at % 2 === 0) {
    return { level: 'no data', effect: NaN };
  }
  const end = effectOf(at);
  const drifting = end > 1 && chunk > chunks * (0.55 + 0.03 * at);
  const effect = drifting
    ? Math.min(end + random * 0.3, 0.9 + (chunk - chunks * (0.55 + 0.03 * at)) * 0.4)
    : random * 0.7;
  return { level: levelOf(effect), effect };
}

export function heatmapReport(features: number, chunks: number): Heatmap {
  const cells = features * chunks;
  const heatmap: Heatmap = {
    title: 'Last 7 days, chunks of 6 h',
    from: Float64Array.from({ length: chunks }, (_, chunk) => START + chunk * STEP),
    to: Float64Array.from({ length: chunks }, (_, chunk) => START + (chunk + 1) * STEP),
    effect: new Float32Array(cells),
    level: new Uint8Array(cells),
    value: new Float64Array(cells),
    limit: new Float64Array(cells).fill(0.047),
    nCurrent: new Float64Array(cells).fill(312),
  };
  for (let at = 0; at < features; at++) {
    for (let chunk = 0; chunk < chunks; chunk++) {
      const cell = at * chunks + chunk;
      const { level, effect } = cellLevel(at, chunk, chunks);
      heatmap.effect[cell] = effect;
      heatmap.level[cell] = levelIndex(level);
      heatmap.value[cell] = effect * 0.047;
      if (level === 'few' || level === 'no data') {
        heatmap.limit[cell] = NaN;
        heatmap.nCurrent[cell] = level === 'few' ? 9 : NaN;
      }
    }
  }
  return heatmap;
}

export function qualityReport(features: number): QualityRow[] {
  return Array.from({ length: features }, (_, at) => {
    const broken =
      at === 7
        ? [{ mark: '3 % missing', sentence: '3 % of the current rows have no value, 0.1 % of the reference.' }]
        : at === 4
          ? [
              { mark: '2 new', sentence: 'H7 and Z are categories that the reference does not have.' },
              { mark: 'constant', sentence: 'Every current row has the same value.' },
            ]
          : [];
    return {
      feature: NAMES[at] ?? `outputs-a_feature_with_a_long_name_${at}`,
      nReference: 5000,
      nCurrent: 500,
      missingReference: at === 7 ? 0.001 : 0,
      missingCurrent: at === 7 ? 0.03 : at === 4 ? 0.002 : 0,
      broken,
      checked: 'missing values, new categories, constants, range, types',
    };
  });
}

/** A report of a jukebox: `features` features, the first three of them drifted. */
export function jukebox(features = 13, chunks = 28): Report {
  const all = Array.from({ length: features }, (_, at) => featureReport(at));
  const positions = all.map((_, at) => at);
  const byName = [...positions].sort((a, b) => ((all[a]?.feature ?? '') < (all[b]?.feature ?? '') ? -1 : 1));
  const orders: Orders = {
    drift: positions,
    name: byName,
    cluster: [...positions].reverse(),
    'first-over': positions,
  };
  return {
    tone: 'drift',
    headline: `${driftedOf(features)} of ${features} features drifted: tempo since Sat 12:00, because 118–124 bpm fell from 21 % to 9 % (62 % of the PSI).`,
    trust:
      '0.65 expected by chance; Holm keeps the risk of any false alarm at 5 % · reference TRAINING, 5,000 rows · current: last 500 rows · limit: PSI 0.047 for this n',
    understood: `${features} features, rows, reference = query B, 5,000 v 500`,
    notices: [],
    choices: [],
    effectTitle: 'PSI ÷ its limit for this n',
    effectMax: 3,
    features: all,
    orders,
    heatmap: heatmapReport(features, chunks),
    quality: qualityReport(features),
    scatter: { absent: 'No importance is given.' },
  };
}

/** What actions were called with, in order. */
export function recordedActions(): { calls: unknown[][]; actions: Actions } {
  const calls: unknown[][] = [];
  const note =
    (name: string) =>
    (...args: unknown[]) =>
      void calls.push([name, ...args]);
  return {
    calls,
    actions: {
      select: note('select'),
      back: note('back'),
      show: note('show'),
      metric: note('metric'),
      hover: () => undefined,
    },
  };
}
