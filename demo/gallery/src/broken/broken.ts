import type { GalleryDashboard } from '../dashboard/dashboard.ts';
import { frame, numbers, time } from '../dashboard/frame.ts';
import { framesQuery } from '../dashboard/query.ts';
import { draw, rounded } from '../data/draw.ts';
import { DAY, evenly, FROM, TO } from '../data/times.ts';
import { brokenCounts, brokenPromises } from './counts.ts';
import { brokenRows } from './rows.ts';

/** Data that are broken, one way a panel: each must end in a sentence. */
export function brokenDashboard(): GalleryDashboard {
  return {
    uid: 'gallery-broken',
    title: 'Drift panel: broken data',
    description: 'One way to be broken a panel. Each says what is wrong, where, and what to do next; none is blank.',
    from: FROM,
    to: TO,
    panels: [...brokenRows(), ...brokenCounts(), ...brokenPromises()].map((panel) => ({
      width: 8,
      height: 11,
      ...panel,
    })),
  };
}

/** Calendar days over the night on which the clocks of Berlin go forward: Sunday 29 March 2026 has 23 hours. */
export function clockChangeDashboard(): GalleryDashboard {
  const from = Date.UTC(2026, 2, 25, 23);
  const to = Date.UTC(2026, 3, 1, 22);
  const { normal } = draw(21);
  const times = evenly(7 * 96 - 4, from, to);
  const changed = Date.UTC(2026, 2, 28, 23);
  return {
    uid: 'gallery-clock-change',
    title: 'Drift panel: the clocks go forward',
    description: 'Calendar days in Europe/Berlin over 29 March 2026, which has 23 hours.',
    from,
    to,
    timezone: 'Europe/Berlin',
    panels: [
      {
        title: 'Days across the clock change',
        shows:
          'Seven chunks that start at 00:00 local time; Sunday the 29th has 92 rows, the others 96. The drift starts with it.',
        queries: [
          framesQuery('reference', [
            frame([
              numbers(
                'x',
                Array.from({ length: 800 }, () => rounded(normal(50, 10), 1))
              ),
            ]),
          ]),
          framesQuery('current', [
            frame([
              time(times),
              numbers(
                'x',
                times.map((moment) => rounded(normal(moment >= changed ? 60 : 50, 10), 1))
              ),
            ]),
          ]),
        ],
        options: { view: 'overview', chunks: { by: 'calendar', every: 'day' } },
        width: 24,
        height: 22,
      },
    ],
  };
}

/** 1,000 features × 500 chunks: the heatmap scrolls, and stays fluid. */
export function largeDashboard(): GalleryDashboard {
  const times = evenly(500);
  const { normal } = draw(31);
  const fields = Array.from({ length: 1000 }, (_, index) => {
    const feature = `feature_${String(index).padStart(4, '0')}`;
    const since = index % 25 === 0 ? FROM + (1 + (index % 11)) * DAY : Infinity;
    const values = times.map((moment) => rounded(Math.abs(normal(moment >= since ? 0.12 : 0.03, 0.012)), 2));
    return numbers('value', values, { model: 'large', feature, metric: 'ks', value_is: 'ks_d' });
  });
  return {
    uid: 'gallery-large',
    title: 'Drift panel: 1,000 features × 500 chunks',
    description: 'Half a million scores. Every 25th feature drifts, each from its own day on.',
    from: FROM,
    to: TO,
    panels: [
      {
        title: '1,000 features × 500 chunks',
        shows:
          '40 features over their limit, found without scrolling; the heatmap scrolls by itself and its labels thin out.',
        queries: [framesQuery('A', [frame([time(times), ...fields])])],
        options: { nReference: 5000, nCurrent: 500, chunks: { by: 'count', n: 500 } },
        width: 24,
        height: 25,
      },
    ],
  };
}
