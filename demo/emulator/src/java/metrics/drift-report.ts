import type { StoredModel } from '../storage/stored-model.ts';
import type { Report } from './metric.ts';
import type { MetricValue } from './scheduled-metric.ts';

/**
 * The words and bounds of a drift reply. A single value is a probability of drift. Values of columns are p-values,
 * and the largest of them is held against the bounds, so that "outside" there says the reverse of drift.
 */
export function driftReport(definition: string, model: StoredModel, delta: number, value: MetricValue): Report {
  const lines =
    typeof value === 'number' ? `\n${singleLine(value, delta)}` : `\n${columnLines(model, delta, value).join('\n')}\n`;
  const judged = typeof value === 'number' ? value : Math.max(...value.values());
  return {
    specificDefinition: definition + lines,
    thresholds: { lowerBound: 0, upperBound: delta, outsideBounds: !(judged >= 0 && judged <= delta) },
  };
}

function singleLine(value: number, delta: number): string {
  const verdict = value > delta ? `p > ${fixed6(delta)} -> [SIGNIFICANT DRIFT]` : `p <=  ${fixed6(delta)}`;
  return `  - Test data has p=${fixed6(value)} probability of having drifted from the training distribution. ${verdict}`;
}

function columnLines(model: StoredModel, delta: number, values: ReadonlyMap<string, number>): string[] {
  const named = [...values].map(([raw, p]) => ({ name: model.nameInForce(raw), p }));
  const width = Math.max(...named.map(({ name }) => name.length));
  return named.map(({ name, p }) => {
    const verdict = p <= delta ? `p <= ${fixed6(delta)} -> [SIGNIFICANT DRIFT]` : `p >  ${fixed6(delta)}`;
    const of = `Column ${name.padStart(width)} has p=${fixed6(p)} probability`;
    return `  - ${of} of coming from the training distribution. ${verdict}`;
  });
}

function fixed6(value: number): string {
  return Number.isFinite(value) ? value.toFixed(6) : String(value);
}
