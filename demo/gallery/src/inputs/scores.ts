import type { GalleryPanel } from '../dashboard/dashboard.ts';
import { frame, numbers, time, type FrameJson } from '../dashboard/frame.ts';
import { framesQuery, tableQuery } from '../dashboard/query.ts';
import { creditCurrent, creditReference } from '../data/credit.ts';
import { draw, rounded } from '../data/draw.ts';
import { dayOf, evenly } from '../data/times.ts';
import { only } from '../data/wide.ts';

/** Ready scores: KS distances of 500 current rows against 5,000, whose critical value at 5 % is 0.064. */
const LIMIT = 0.064;
const N = { n_reference: 5000, n_current: 500 };
const SINCE: Readonly<Record<string, number>> = { income: 8, debt_ratio: 5, age: Infinity, tenure_months: Infinity };

/** Shapes of ready scores, and several kinds at once. */
export function scorePanels(): GalleryPanel[] {
  return [
    {
      title: 'Scores over time',
      shows:
        'Series with the labels model, feature, metric and value_is, with limit and n as companions: judged as they come.',
      queries: [framesQuery('A', scoreSeries())],
    },
    {
      title: 'Scores as a table',
      shows: 'One row a feature, now: p-values with limit and n on both sides, no time.',
      queries: [
        tableQuery('A', [
          'model,feature,metric,value_is,value,limit,n_reference,n_current',
          'credit,income,ks,p_value,0.0000004,0.05,5000,500',
          'credit,debt_ratio,ks,p_value,0.0021,0.05,5000,500',
          'credit,age,ks,p_value,0.41,0.05,5000,500',
          'credit,tenure_months,ks,p_value,0.77,0.05,5000,500',
        ]),
      ],
    },
    {
      title: 'Mixed: scores over time beside rows',
      shows:
        'Scores of four features, and the rows of three of them: the verdict is from the scores, the pictures are from the rows.',
      queries: [
        framesQuery('scores', scoreSeries()),
        framesQuery('reference', [frame(only(creditReference(), ['income', 'debt_ratio', 'age']))]),
        framesQuery('current', [frame(only(creditCurrent(), ['time', 'income', 'debt_ratio', 'age']))]),
      ],
    },
  ];
}

function scoreSeries(): FrameJson[] {
  const times = evenly(56);
  return Object.entries(SINCE).map(([feature, since], index) => {
    const { normal } = draw(100 + index);
    const labels = { model: 'credit', feature, metric: 'ks', value_is: 'ks_d' };
    const values = times.map((moment) => rounded(Math.abs(normal(dayOf(moment) >= since ? 0.16 : 0.03, 0.012)), 4));
    const constant = (name: string, value: number) =>
      numbers(
        name,
        times.map(() => value),
        labels
      );
    return frame(
      [
        time(times),
        numbers('value', values, labels),
        constant('limit', LIMIT),
        constant('n_reference', N.n_reference),
        constant('n_current', N.n_current),
      ],
      { meta: { custom: { soundcheck: { contract: 1, role: 'scores', limitOrigin: 'critical D at 5 %' } } } }
    );
  });
}
