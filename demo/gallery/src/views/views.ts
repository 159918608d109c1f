import type { GalleryDashboard, GalleryPanel } from '../dashboard/dashboard.ts';
import { frame, numbers, time, type FrameJson } from '../dashboard/frame.ts';
import { framesQuery } from '../dashboard/query.ts';
import { creditFrames } from '../data/credit.ts';
import { draw, rounded } from '../data/draw.ts';
import { dayOf, evenly, FROM, TO } from '../data/times.ts';

const IMPORTANCE =
  'income=0.31, debt_ratio=0.24, utilisation=0.18, balance=0.1, age=0.06, tenure_months=0.04, requested=0.03, country=0.02, device=0.01, plan=0.01';

interface View extends Pick<GalleryPanel, 'title' | 'shows' | 'width' | 'height'> {
  view: string;
  options?: { performance?: string } & Record<string, unknown>;
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
    shows: 'Reference and current over one x axis, as density: the areas are equal though the rows are not.',
  },
  {
    title: 'Distribution, percent',
    view: 'distribution',
    shows: 'The share of each side in each bin.',
    options: { distribution: { mode: 'percent' } },
  },
  {
    title: 'Distribution, count',
    view: 'distribution',
    shows: 'Rows in each bin: the current side has more of them.',
    options: { distribution: { mode: 'count' } },
  },
  {
    title: 'Distribution, ECDF',
    view: 'distribution',
    shows: 'Both cumulative distributions, and the largest distance between them, which is the KS distance.',
    options: { distribution: { mode: 'ecdf' } },
  },
  {
    title: 'Distribution, difference',
    view: 'distribution',
    shows: 'Current less reference in each bin, in percentage points around zero.',
    options: { distribution: { mode: 'difference' } },
  },
  {
    title: 'Distribution, Q–Q',
    view: 'distribution',
    shows: 'Quantiles of the current side against those of the reference, with the diagonal of no drift.',
    options: { distribution: { mode: 'qq' } },
  },
  {
    title: 'Contribution',
    view: 'contribution',
    shows: 'Which bins make the drift: the parts of the PSI, largest first in words.',
  },
  {
    title: 'Ridgeline',
    view: 'ridgeline',
    shows: 'The distribution of each chunk below the reference, in order of time.',
  },
  {
    title: 'Calendar',
    view: 'calendar',
    shows: 'Weekday × hour, Monday first: is the drift there at all times, or at some hours only?',
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

/** Every view of the panel on the same data. */
export function viewsDashboard(): GalleryDashboard {
  const { reference, current } = creditFrames();
  const sides = [framesQuery('reference', [reference]), framesQuery('current', [current])];
  const performance = framesQuery('accuracy', [accuracy()]);
  return {
    uid: 'gallery-views',
    title: 'Drift panel: views',
    description: 'Every view on the same data: 1,000 reference rows of a credit model against two weeks.',
    from: FROM,
    to: TO,
    panels: views.map(({ view, options, ...panel }) => ({
      ...panel,
      queries: options?.performance ? [...sides, performance] : sides,
      options: { view, showSwitch: false, ...options },
    })),
  };
}
