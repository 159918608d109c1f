import { soundSchedules } from './schedule-faults.ts';
import { counted, finding, labelOf, seriesOf, valuesOf } from './view.ts';
import type { Rule } from './view.ts';

/** The service publishes and Prometheus has nothing: it does not scrape this service, or not these series. */
export const notScraped: Rule = (view) => {
  const { model, metric, history } = view;
  const there = valuesOf(view, metric).length;
  if (metric === undefined || history?.scraped !== false || there === 0) {
    return [];
  }
  const sentence = `TrustyAI publishes ${counted(there, 'value')} of ${labelOf(metric)} for ${model}, and Prometheus has none in this time range.`;
  const next =
    'Check that Prometheus scrapes /q/metrics of this service and keeps these series, the namespace in the query, and that the range reaches to now.';
  return [finding('published, not scraped', { model, metric }, sentence, next)];
};

/** A p-value of 0 and a probability of 1 stand still under strong drift, NaN with constant columns. */
function canMove(value: number): boolean {
  return Number.isFinite(value) && value !== 0 && value !== 1;
}

/** Rows came and the value did not move: a column or schedule that is no longer computed keeps its last value for ever. */
export const stale: Rule = (view) => {
  const { model, metric, own, history } = view;
  const grew = history?.observationsGrew ?? 0;
  const values = soundSchedules(view, own).flatMap((schedule) => seriesOf(view, schedule));
  if (metric === undefined || history?.frozen !== true || grew <= 0 || !values.some(({ value }) => canMove(value))) {
    return [];
  }
  const sentence = `${labelOf(metric)} for ${model} did not change in this time range although ${counted(grew, 'row')} came: most likely it is no longer computed.`;
  const next = 'Compute it once to see the error, then delete its schedule and create it again.';
  return [finding('stale', { model, metric }, sentence, next)];
};
