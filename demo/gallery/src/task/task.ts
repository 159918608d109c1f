import type { GalleryDashboard } from '../dashboard/dashboard.ts';
import { frame, numbers, texts, time } from '../dashboard/frame.ts';
import { framesQuery } from '../dashboard/query.ts';
import { draw, rounded, type Draw } from '../data/draw.ts';
import { DAY, evenly, FROM, TO } from '../data/times.ts';
import { isWeekdayNight } from '../data/week.ts';

/** A row every 6 minutes: 20 in each hour of the week. */
const ROWS = 3360;
const REFERENCE_ROWS = 1344;
const BASES = ['amount', 'balance', 'calls', 'clicks', 'delay', 'distance', 'latency', 'orders', 'returns', 'visits'];
const AGGREGATES = ['mean', 'median', 'max', 'sd', 'last'];
const WINDOWS = ['1h', '1d', '7d', '30d'];

/** The 200 features. */
export const TASK_FEATURES: readonly string[] = BASES.flatMap((base) =>
  AGGREGATES.flatMap((aggregate) => WINDOWS.map((window) => `${base}_${aggregate}_${window}`))
);

/** A drift that was planted: what a user must find. */
export interface Planted {
  feature: string;
  kind: 'shape' | 'slice' | 'season';
  /** Epoch ms. */
  start: number;
  /** Where the values went. */
  around: readonly number[];
  /** The slice in which alone it is. */
  slice?: { column: string; value: string };
  /** When alone it is there, in words, UTC. */
  when?: string;
}

export const PLANTED: readonly Planted[] = [
  // As likely below as above: no test of means sees it.
  { feature: 'delay_sd_7d', kind: 'shape', start: FROM + 6 * DAY, around: [390, 610] },
  {
    feature: 'orders_mean_1d',
    kind: 'slice',
    start: FROM + 8 * DAY,
    around: [900],
    slice: { column: 'country', value: 'BR' },
  },
  {
    feature: 'latency_max_1h',
    kind: 'season',
    start: FROM + DAY,
    around: [900],
    when: 'Mon–Fri 22:00–06:00',
  },
];

interface Row {
  moment: number;
  country: string;
}

/** The columns of one side. */
export interface TaskSide {
  /** Epoch ms; the reference has none. */
  times: number[];
  country: string[];
  device: string[];
  /** One array a feature, in the order of `TASK_FEATURES`. */
  features: number[][];
}

function isTouched({ kind, start, slice }: Planted, { moment, country }: Row): boolean {
  return (
    moment >= start && (kind === 'shape' || (kind === 'slice' ? country === slice?.value : isWeekdayNight(moment)))
  );
}

/** Whole numbers around 500, sd 100; where a drift touches the row, around what it went to. */
function valueOf(planted: Planted | undefined, row: Row, { normal, uniform }: Draw): number {
  if (!planted || !isTouched(planted, row)) {
    return rounded(normal(500, 100));
  }
  const [low = 500, high = low] = planted.around;
  return rounded(planted.kind === 'shape' ? normal(uniform() < 0.5 ? low : high, 30) : normal(low, 100));
}

function sideOf(seed: number, times: readonly number[]): TaskSide {
  const slices = draw(seed);
  const country = times.map(() => slices.pick({ BR: 40, US: 30, DE: 20, JP: 10 }));
  return {
    times: [...times],
    country,
    device: times.map(() => slices.pick({ phone: 60, desktop: 40 })),
    features: TASK_FEATURES.map((feature, index) => {
      const planted = PLANTED.find((one) => one.feature === feature);
      const random = draw(seed + 1 + index);
      return times.map((moment, row) => valueOf(planted, { moment, country: country[row] ?? '' }, random));
    }),
  };
}

/** The numbers of the task: two weeks before, in which nothing drifts, and the two weeks. */
export function taskData(): { reference: TaskSide; current: TaskSide } {
  return {
    reference: sideOf(1000, evenly(REFERENCE_ROWS, FROM - 14 * DAY, FROM)),
    current: sideOf(4000, evenly(ROWS)),
  };
}

function columnsOf({ country, device, features }: TaskSide) {
  const slices = [texts('country', country), texts('device', device)];
  return [...slices, ...features.map((values, i) => numbers(TASK_FEATURES[i] ?? '', values))];
}

/** 200 features, three of them drifted: find which, since when, where the values went, and in which slice. */
export function taskDashboard(): GalleryDashboard {
  const { reference, current } = taskData();
  return {
    uid: 'gallery-task',
    title: 'Drift panel: find three among 200',
    description:
      'Three of 200 features drifted: one changed its shape at the same mean, one drifted in Brazil only, one on weekday nights only.',
    from: FROM,
    to: TO,
    panels: [
      {
        title: 'Find three among 200',
        shows:
          PLANTED.map(({ feature }) => feature).join(', ') +
          ' on top of the ranking, with start, bins and slice of each.',
        queries: [
          framesQuery('reference', [frame([time(reference.times), ...columnsOf(reference)])]),
          framesQuery('current', [frame([time(current.times), ...columnsOf(current)])]),
        ],
        options: {
          chunks: { by: 'time', every: '1d' },
          fields: { slices: ['country', 'device'] },
          // So that the calendar can judge an hour of the week.
          minRows: 20,
        },
        width: 24,
        height: 25,
      },
    ],
  };
}
