import type { GalleryDashboard, GalleryPanel } from '../dashboard/dashboard.ts';
import { frame, numbers, time, type FrameJson } from '../dashboard/frame.ts';
import { framesQuery, type Query } from '../dashboard/query.ts';
import { creditFrames, creditFramesOf } from '../data/credit.ts';
import { draw, rounded } from '../data/draw.ts';
import { nightFrames } from '../data/nights.ts';
import { dayOf, evenly, FROM, TO } from '../data/times.ts';

const IMPORTANCE =
  'income=0.31, debt_ratio=0.24, utilisation=0.18, balance=0.1, age=0.06, tenure_months=0.04, requested=0.03, country=0.02, device=0.01, plan=0.01';

interface View extends Pick<GalleryPanel, 'title' | 'shows' | 'width' | 'height'> {
  view: string;
  /** Default `credit`. */
  data?: keyof ReturnType<typeof dataOfViews>;
  options?: Record<string, unknown>;
}

const views: readonly View[] = [
  {
    title: 'Overview',
    view: 'overview',
    shows:
      'A verdict line; the ranking with twin histograms and the heatmap in one grid; below it the chosen feature: overlay, contribution of each bin on the same x axis, drift over time. debt_ratio, income, country, device and score drift; age, tenure_months, balance, logins_7d, requested and plan do not.',
    options: { showSwitch: true },
    width: 24,
    height: 25,
  },
  {
    title: 'Ranking',
    view: 'ranking',
    shows:
      'The features by effect ÷ limit, with twin histograms, bullet bar, adjusted p, trend and flags: utilisation is flagged for its missing values.',
  },
  {
    title: 'Heatmap',
    view: 'heatmap',
    shows:
      'Features × time: colour begins at the limit. The drifted features start at different days: debt_ratio on Saturday the 7th, device on Wednesday the 11th.',
  },
  {
    title: 'Heatmap, by first time over the limit',
    view: 'heatmap',
    shows: 'The same cells; the feature that was over its limit first stands on top.',
    options: { sort: 'first-over' },
  },
  {
    title: 'Over time',
    view: 'over-time',
    shows:
      'Drift of the chosen feature by chunk as steps, with the limit, where it comes from, and the band in which a chunk without drift lies.',
  },
  {
    title: 'Over time, small multiples',
    view: 'over-time',
    shows: 'The first features beside each other, each with its own limit, on one time axis.',
    options: { overTime: { layout: 'multiples', most: 6 } },
  },
  {
    title: 'Over time, joined',
    view: 'over-time',
    shows: 'Several features on one axis, in limits.',
    options: { overTime: { layout: 'joined', most: 5 } },
  },
  {
    title: 'Distribution, density',
    view: 'distribution',
    data: 'numbers',
    shows:
      'Reference and current of debt_ratio over one x axis, as density: the areas are equal though the rows are not. It spreads at the same mean.',
  },
  {
    title: 'Distribution, percent',
    view: 'distribution',
    data: 'numbers',
    shows: 'The share of each side in each bin.',
    options: { distribution: { mode: 'percent' } },
  },
  {
    title: 'Distribution, count',
    view: 'distribution',
    data: 'numbers',
    shows: 'Rows in each bin: the current side has more of them.',
    options: { distribution: { mode: 'count' } },
  },
  {
    title: 'Distribution, ECDF',
    view: 'distribution',
    data: 'numbers',
    shows: 'Both cumulative distributions, and the largest distance between them, which is the KS distance.',
    options: { distribution: { mode: 'ecdf' } },
  },
  {
    title: 'Distribution, difference',
    view: 'distribution',
    data: 'numbers',
    shows:
      'Current less reference in each bin, in percentage points around zero: less in the middle, more at both ends.',
    options: { distribution: { mode: 'difference' } },
  },
  {
    title: 'Distribution, Q–Q',
    view: 'distribution',
    data: 'numbers',
    shows:
      'Quantiles of the current side against those of the reference, with the diagonal of no drift: steeper than that.',
    options: { distribution: { mode: 'qq' } },
  },
  {
    title: 'Distribution, log axis',
    view: 'distribution',
    data: 'longTail',
    shows: 'balance, which has a long tail to the right, on a logarithmic x axis.',
    options: { distribution: { logX: true } },
  },
  {
    title: 'Distribution, missing values',
    view: 'distribution',
    data: 'missing',
    shows: 'utilisation: the missing values as a bar of their own beside the axis, with both shares.',
    options: { distribution: { mode: 'percent' } },
  },
  {
    title: 'Distribution, categories',
    view: 'distribution',
    data: 'categories',
    shows: 'device: "tablet" is new, "landline" is gone; by largest difference.',
  },
  {
    title: 'Contribution',
    view: 'contribution',
    data: 'numbers',
    shows: 'Which bins make the drift: up where the current side has more rows, down where it has fewer.',
  },
  {
    title: 'Ridgeline',
    view: 'ridgeline',
    data: 'numbers',
    shows: 'The distribution of each chunk below the reference, in order of time: wider from Saturday the 7th on.',
  },
  {
    title: 'Ridgeline, categories',
    view: 'ridgeline',
    data: 'categories',
    shows: 'The share of each category in each chunk.',
  },
  {
    title: 'Calendar',
    view: 'calendar',
    data: 'nights',
    shows:
      'Weekday × hour, Monday first: latency_ms is over its limit on weekday nights only, which the sentence says.',
  },
  {
    title: 'Scatter',
    view: 'scatter',
    shows: 'Drift of each feature against its importance: income and debt_ratio stand in the corner that matters.',
    options: { importance: IMPORTANCE },
  },
  {
    title: 'Scatter, against performance',
    view: 'scatter',
    data: 'performance',
    shows: 'How the drift of each feature goes with the accuracy of the model, which falls from day 8 on.',
    options: { performance: 'accuracy' },
  },
  {
    title: 'Quality',
    view: 'quality',
    shows:
      'Missing values, new and vanished categories, ranges: utilisation is missing in far more rows, device has "tablet" and has lost "landline".',
  },
];

/** Accuracy of the model by the hour, when its labels have come. */
function accuracy(): FrameJson {
  const { normal } = draw(3);
  const times = evenly(14 * 24);
  const values = times.map((moment) => rounded(normal(dayOf(moment) >= 8 ? 0.82 : 0.91, 0.01), 3));
  return frame([time(times), numbers('accuracy', values)], { name: 'accuracy' });
}

type Sides = Record<'reference' | 'current', FrameJson>;

function queriesOf({ reference, current }: Sides, ...more: Query[]): Query[] {
  return [framesQuery('reference', [reference]), framesQuery('current', [current]), ...more];
}

function dataOfViews() {
  return {
    credit: queriesOf(creditFrames()),
    performance: queriesOf(creditFrames(), framesQuery('accuracy', [accuracy()])),
    numbers: queriesOf(creditFramesOf(['debt_ratio', 'age'])),
    longTail: queriesOf(creditFramesOf(['balance'])),
    missing: queriesOf(creditFramesOf(['utilisation'])),
    categories: queriesOf(creditFramesOf(['device', 'plan'])),
    nights: queriesOf(nightFrames()),
  };
}

/** Every view of the panel. */
export function viewsDashboard(): GalleryDashboard {
  const queries = dataOfViews();
  return {
    uid: 'gallery-views',
    title: 'Drift panel: views',
    description: 'Every view: reference rows of a credit model against two weeks.',
    from: FROM,
    to: TO,
    panels: views.map(({ view, data = 'credit', options, ...panel }) => ({
      ...panel,
      queries: queries[data],
      options: { view, showSwitch: false, ...options },
    })),
  };
}
