import type { GalleryPanel } from '../dashboard/dashboard.ts';
import { frame, numbers, texts, time } from '../dashboard/frame.ts';
import { framesQuery, tableQuery } from '../dashboard/query.ts';
import { DAY, FROM } from '../data/times.ts';

/** Counts that are broken in one way each. */
export function brokenCounts(): GalleryPanel[] {
  return [
    {
      title: 'One bin',
      shows: 'A single bin cannot drift in shape: in words, no verdict or "no drift".',
      queries: [tableQuery('A', ['feature,side,x_min,x_max,count', 'x,reference,0,100,500', 'x,current,0,100,480'])],
    },
    {
      title: 'Negative counts',
      shows: 'A count below 0 (a counter that was reset) is named with its feature; the other feature is judged.',
      queries: [
        tableQuery('A', [
          'feature,side,x_min,x_max,count',
          ...binLines('reset', [120, 260, 120], [110, -40, 130]),
          ...binLines('sound', [120, 260, 120], [118, 255, 127]),
        ]),
      ],
    },
    {
      title: 'Decreasing le',
      shows: 'Cumulative buckets that fall with le (scraped in between): named, not drawn as negative bars.',
      queries: [
        framesQuery('reference', buckets([100, 250, 400, 500])),
        framesQuery('current', buckets([120, 90, 410, 480])),
      ],
    },
    {
      title: 'Counts of the reference only',
      shows: 'It is said that no counts are current.',
      queries: [
        tableQuery('A', ['feature,side,category,count', 'country,reference,US,400', 'country,reference,BR,100']),
      ],
    },
    {
      title: 'Bins that do not meet',
      shows: 'The sides have different bounds: merged where they meet, or named.',
      queries: [
        tableQuery('A', [
          'feature,side,x_min,x_max,count',
          'x,reference,0,10,100',
          'x,reference,10,20,300',
          'x,reference,20,30,100',
          'x,current,0,15,210',
          'x,current,15,30,240',
        ]),
      ],
    },
  ];
}

function binLines(feature: string, reference: number[], current: number[]): string[] {
  return reference.flatMap((count, bin) => [
    `${feature},reference,${bin},${bin + 1},${count}`,
    `${feature},current,${bin},${bin + 1},${current[bin] ?? 0}`,
  ]);
}

function buckets(cumulative: number[]) {
  const bounds = ['1', '2', '4', '+Inf'];
  return cumulative.map((count, i) => {
    const labels = { __name__: 'model_input_bucket', feature: 'x', le: bounds[i] ?? '+Inf' };
    return frame([time([FROM, FROM + DAY], 'Time'), numbers('Value', [0, count], labels)]);
  });
}

/** A table that is declared as something that it is not. */
export function brokenPromises(): GalleryPanel[] {
  const meta = { custom: { soundcheck: { contract: 1, role: 'scores' } } };
  return [
    {
      title: 'Declared as scores without their labels',
      shows: 'The missing labels feature, metric and value_is are named.',
      queries: [framesQuery('A', [frame([time([FROM]), numbers('value', [0.2]), texts('note', ['x'])], { meta })])],
    },
    {
      title: 'A query that fails',
      shows: "The data source's error, and no picture of old data as if it were new.",
      queries: [{ refId: 'A', scenarioId: 'raw_frame', rawFrameContent: '[{' }],
    },
  ];
}
