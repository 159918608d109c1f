import { catalogue } from '../catalogue/catalogue.ts';
import { recogniseSeries } from '../catalogue/recognise-series.ts';
import type { RecognisedSeries } from '../catalogue/recognise-series.ts';
import type { PrometheusSeries } from '../promql/scores-from-prometheus.ts';
import type { TrustyEvent } from './event.ts';
import { rangeOf, stepOf } from './steps.ts';

/** One schedule, from its first value in the range to its last. */
interface Life {
  series: RecognisedSeries;
  request: string;
  first: number;
  last: number;
}

/** All series of a schedule carry its id, one a feature. */
function livesOf(all: readonly PrometheusSeries[]): Life[] {
  const lives = new Map<string, Life>();
  for (const { name, labels, times } of all) {
    const series = recogniseSeries(name ?? labels['__name__'] ?? '', labels);
    const request = series?.request;
    if (series === undefined || request === undefined || times.length === 0) {
      continue;
    }
    const first = times[0] ?? NaN;
    const last = times[times.length - 1] ?? NaN;
    const before = lives.get(request);
    lives.set(request, {
      series,
      request,
      first: Math.min(first, before?.first ?? first),
      last: Math.max(last, before?.last ?? last),
    });
  }
  return [...lives.values()];
}

/** The range that was asked for, and its step. */
export interface ScheduleRange {
  from?: number;
  to?: number;
  /** Milliseconds between two points. */
  every?: number;
}

/**
 * When schedules were created and when they were gone, for annotations: the first value of an id that was not there when
 * the range began, and the step after the last value of one that is not there at its end. A restart of the service ends
 * all of them.
 * @param series raw series with their label `request`, as Prometheus returns them over time
 */
export function scheduleEvents(series: readonly PrometheusSeries[], range: ScheduleRange = {}): TrustyEvent[] {
  const lists = series.map(({ times }) => times);
  const every = range.every ?? stepOf(lists);
  const seen = rangeOf(lists, every);
  const from = range.from ?? seen.from;
  const to = range.to ?? seen.to;
  const events = livesOf(series).flatMap((life): TrustyEvent[] => {
    const { metric, model, requestName } = life.series;
    const what = `${requestName ? `Schedule ${requestName}` : 'Schedule'} of ${catalogue[metric].label}`;
    const event = (time: number, happened: 'created' | 'gone', text: string): TrustyEvent => ({
      id: `schedule:${life.request}:${happened}`,
      time,
      title: `${what} ${happened}`,
      text: `${text} for ${model}.`,
      tags: ['schedule', metric, model],
    });
    const end = life.last + every;
    return [
      ...(life.first - every >= from ? [event(life.first, 'created', 'Its first value')] : []),
      ...(end < to ? [event(end, 'gone', 'No value any more: deleted, or lost by a restart of the service,')] : []),
    ];
  });
  return events.sort((a, b) => a.time - b.time);
}
