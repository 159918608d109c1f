import type { State } from '@soundcheck/drift';
import type { Calendar, OverTime, OverTimePoint, TimeMark } from '../report/history.ts';
import { levelIndex, levelOf, type Level } from '../report/level.ts';
import type { Report } from '../report/report.ts';
import type { Scatter } from '../report/scatter.ts';
import type { Scene } from '../views/scene.ts';
import { detailOf, START } from './details.ts';
import { reportOf, sceneOf } from './scenes.ts';

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;
/** As in the heatmap of the scene. */
export const WEEK = START;
export const CHUNKS = 28;

/** The same numbers every time, 0 … 1. */
export function noise(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}

interface Kind {
  /** Drift in the first chunks, and where it has risen to by the last. */
  calm: number;
  drifted: number;
  /** Chunk of the rise. */
  rise: number;
  seed: number;
}

function pointOf(at: number, y: number, nCurrent: number): OverTimePoint {
  const from = WEEK + at * 6 * HOUR;
  const limit = 1.35 / Math.sqrt(nCurrent);
  const few = nCurrent < 30;
  const level: Level = few ? 'few' : levelOf(y / limit);
  const over = !few && y > limit;
  const state = few ? 'too few rows' : over ? 'drift' : 'no drift';
  const clock = new Date(from).toISOString().slice(5, 16).replace('T', ' ');
  return {
    from,
    to: from + 6 * HOUR,
    y,
    limit: few ? null : limit,
    band: few ? undefined : [0.25 * limit, 0.75 * limit],
    level,
    over,
    title: `${clock}: KS D ${y.toFixed(3)}, limit ${limit.toFixed(3)}, n 5,000 v ${nCurrent}, ${state}`,
  };
}

/** A week of KS distances in chunks of 6 h: one chunk too small, one without data, a rise, and everything that is drawn. */
export function overTimeOf(feature: string, kind: Partial<Kind> = {}, more: Partial<OverTime> = {}): OverTime {
  const { calm, drifted, rise, seed } = { calm: 0.035, drifted: 0.17, rise: 17, seed: 7, ...kind };
  const random = noise(seed);
  const points = Array.from({ length: CHUNKS }, (_, at): OverTimePoint => {
    const risen = 1 / (1 + Math.exp(-(at - rise - 1.5) / 0.9));
    const y = calm + (drifted - calm) * risen + (random() - 0.5) * 0.02;
    const point = pointOf(at, Math.max(0.004, y), at === 3 ? 18 : 420 + Math.round(random() * 260));
    return at === 9
      ? {
          ...point,
          y: null,
          limit: null,
          band: undefined,
          level: 'no data',
          over: false,
          title: '11-12 06:00: no data',
        }
      : point;
  });
  const since = points.find(({ from, over }, at) => over && points.slice(at).every((p) => p.over) && from > 0);
  return {
    feature,
    title: 'KS distance D',
    points,
    ticks: [],
    yMin: 0,
    yMax: 1.1 * Math.max(0.08, ...points.map(({ y }) => y ?? 0)),
    limitLabel: 'limit 0.060, critical D for n = 5,000 v 512 at 5 %',
    referenceBand: { low: 0.015, high: 0.05, text: 'reference chunks, mean ± 3 sd' },
    since: since && { time: since.from, text: 'since Sat 06:00' },
    changes: since ? [{ time: since.from, text: 'level rose from 0.035 to 0.17' }] : [],
    from: WEEK,
    to: WEEK + 7 * DAY,
    ...more,
  };
}

/** p-values, up towards drift: −log₁₀ p with ticks of their own. */
export function pValuesOf(feature: string): OverTime {
  const history = overTimeOf(feature);
  const toY = (p: number) => -Math.log10(p);
  return {
    ...history,
    title: 'p-value of KS, log scale: up is towards drift',
    points: history.points.map((point) => {
      const p = point.y === null ? null : Math.min(1, Math.exp(-((point.y / 0.05) ** 2) * 1.9));
      return {
        ...point,
        y: p === null ? null : Math.min(12, toY(p)),
        limit: point.limit === null ? null : toY(0.05),
        band: undefined,
        level: point.level === 'few' || p === null ? point.level : p < 0.05 ? 'over' : 'low',
        over: p !== null && p < 0.05 && point.level !== 'few',
        title: `${point.title.split(':')[0]}: p ${p?.toExponential(1) ?? '–'}, limit 0.05`,
      };
    }),
    ticks: [1, 0.1, 0.01, 0.001, 1e-6, 1e-9, 1e-12].map((p) => ({
      y: toY(p),
      text: p >= 0.001 ? `${p}` : p.toExponential(),
    })),
    yMin: 0,
    yMax: 12.5,
    limitLabel: 'limit 0.05, alpha',
    referenceBand: undefined,
  };
}

export const MARKS: TimeMark[] = [
  { time: WEEK + 4.6 * DAY, kind: 'alert', text: 'Drift of tempo: firing' },
  { time: WEEK + 1.2 * DAY, end: WEEK + 1.9 * DAY, kind: 'annotation', text: 'Data tagged TRAINING' },
  { time: WEEK + 4.5 * DAY, kind: 'annotation', text: 'Deployed v13' },
];

const WORDS: Record<string, string> = { 'no data': 'no data', few: 'too few rows' };

/** Drift at night on weekdays; Sunday afternoon has too few rows, and on Tuesday an hour is missing. */
export function calendarOf(more: Partial<Calendar> = {}): Calendar {
  const random = noise(3);
  const effect = new Float32Array(168);
  const level = new Uint8Array(168);
  const n = new Float64Array(168);
  const titles: string[] = [];
  const days = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
  for (let cell = 0; cell < 168; cell++) {
    const day = Math.floor(cell / 24);
    const hour = cell % 24;
    const isNight = hour >= 22 || hour < 4;
    const ratio = random() * 0.75 + (isNight && day < 5 ? 0.9 + random() * 1.4 : 0);
    const kind: Level =
      day === 6 && hour > 12 && hour < 17 ? 'few' : day === 1 && hour === 9 ? 'no data' : levelOf(ratio);
    effect[cell] = kind === 'few' || kind === 'no data' ? NaN : ratio;
    level[cell] = levelIndex(kind);
    n[cell] = kind === 'no data' ? 0 : kind === 'few' ? 12 : 200 + Math.round(random() * 100);
    const clock = `${days[day]} ${String(hour).padStart(2, '0')}:00–${String(hour + 1).padStart(2, '0')}:00`;
    titles.push(`${clock}: ${WORDS[kind] ?? `${ratio.toFixed(1)} × limit`}, n ${n[cell]}`);
  }
  return {
    title: 'Effect ÷ limit by weekday and hour',
    effect,
    level,
    n,
    titles,
    sentence: 'Over the limit only Mon–Fri 22:00–04:00.',
    ...more,
  };
}

const STATES: State[] = ['no drift', 'no drift', 'no drift', 'possible', 'too few rows', 'unknown scale'];

/** A few drifted features, some of them important, among many calm ones. */
export function scatterOf(features = 40): Scatter {
  const random = noise(11);
  const named = ['tempo', 'acousticness', 'danceability', 'valence', 'key', 'speechiness', 'duration_ms', 'loudness'];
  return {
    xTitle: 'importance',
    yTitle: 'effect ÷ limit',
    points: Array.from({ length: features }, (_, at) => {
      const feature = named[at] ?? `feature_${at}`;
      const isDrift = at < 3;
      const state: State = isDrift ? 'drift' : (STATES[at % STATES.length] ?? 'no drift');
      const x = at === 0 ? 0.31 : at === 3 ? 0.27 : random() ** 3 * 0.25;
      const y = isDrift ? 1.4 + random() * 1.6 : random() * 0.95;
      return {
        feature,
        x,
        y,
        state,
        title: `${feature}: effect ${y.toFixed(1)} × limit, importance ${x.toFixed(2)}, ${state}`,
      };
    }),
    sentence: 'tempo drifted and matters most; 2 drifted features hardly matter.',
  };
}

interface TimeParts {
  overTime?: OverTime | { absent: string };
  calendar?: Calendar | { absent: string };
  scatter?: Report['scatter'];
}

/** A scene whose chosen feature is "tempo", for the views that show time, seasons and importance. */
export function timeScene(parts: TimeParts = {}, more: Partial<Scene> = {}): Scene {
  const absent = { absent: 'Not part of this scene.' };
  const { overTime = absent, calendar = absent, scatter = absent } = parts;
  return sceneOf({ report: { ...reportOf(), scatter }, detail: detailOf({ overTime, calendar }), ...more });
}

/** `n` features, the furthest from the reference first; without marks of their own. */
export function historiesOf(n: number): OverTime[] {
  const names = [
    'tempo',
    'acousticness',
    'danceability',
    'valence',
    'key',
    'instrumentalness',
    'energy',
    'speechiness',
  ];
  return Array.from({ length: n }, (_, at) =>
    overTimeOf(
      names[at] ?? `feature_${at}`,
      { drifted: at < 3 ? 0.17 - at * 0.03 : 0.036, rise: 15 + 2 * at, seed: at + 1 },
      { referenceBand: undefined, changes: [] }
    )
  );
}
