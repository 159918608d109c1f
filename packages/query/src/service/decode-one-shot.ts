import { catalogue } from '../catalogue/catalogue.ts';
import { ALL_FEATURES } from '../catalogue/meaning.ts';
import type { Dialect, ValueIs } from '../catalogue/meaning.ts';
import type { MetricKey } from '../core/operations.ts';
import { asFinite, asMeasured, asRecord, field, optional, optionalField, ShapeError } from '../core/json.ts';
import type { JsonRecord } from '../core/json.ts';
import type { OneShot, ScoreResult } from './model.ts';

const JS_DISTANCE = 'Jensen-Shannon_distance';

/** One feature of a Python test: statistic with p, or a Jensen-Shannon distance. */
function decodePythonFeature(feature: string, json: unknown): ScoreResult {
  const at = `feature_results.${feature}`;
  const result = asRecord(json, at);
  if (JS_DISTANCE in result) {
    return { feature, value: asMeasured(result[JS_DISTANCE], `${at}.${JS_DISTANCE}`) };
  }
  if (!('statistic' in result)) {
    throw new ShapeError(`${at} has neither "statistic" nor "${JS_DISTANCE}"`);
  }
  const nReference = optionalField(result, at, 'n_reference', asFinite);
  const nCurrent = optionalField(result, at, 'n_current', asFinite);
  return {
    feature,
    value: field(result, at, 'statistic', asMeasured),
    ...('p_value' in result ? { pValue: field(result, at, 'p_value', asMeasured) } : {}),
    ...(nReference === undefined ? {} : { nReference }),
    ...(nCurrent === undefined ? {} : { nCurrent }),
  };
}

/** The top-level value of a per-feature test is absolute or the largest: only the per-feature numbers are taken. */
function decodePython(reply: JsonRecord, feature: string): ScoreResult[] {
  if ('feature_results' in reply) {
    const results = asRecord(reply['feature_results'], 'feature_results');
    return Object.entries(results).map(([name, result]) => decodePythonFeature(name, result));
  }
  if (!('value' in reply)) {
    throw new ShapeError('the reply has neither "feature_results" nor "value"');
  }
  const pValue = 'p_value' in reply ? { pValue: asMeasured(reply['p_value'], 'p_value') } : {};
  return [{ feature, value: asMeasured(reply['value'], 'value'), ...pValue }];
}

function decodeJava(reply: JsonRecord, feature: string, valueIs: ValueIs): ScoreResult[] {
  const named = optional(reply['namedValues'], 'namedValues', asRecord);
  if (named === undefined) {
    if (!('value' in reply)) {
      throw new ShapeError('the reply has neither "namedValues" nor "value"');
    }
    return [{ feature, value: asMeasured(reply['value'], 'value') }];
  }
  return Object.entries(named).map(([name, json]) => {
    const value = asMeasured(json, `namedValues.${name}`);
    return { feature: name, value, ...(valueIs === 'p_value' ? { pValue: value } : {}) };
  });
}

/**
 * Decodes a one-shot reply. `thresholds.outsideBounds` and `drift_detected` are left alone: the first is the reverse of
 * drift for Java's p-values, and a verdict needs n and the number of features, which the service does not look at.
 * @param feature the one feature asked for, where the reply names none (mean, fairness)
 */
export function decodeOneShot(json: unknown, metric: MetricKey, dialect: Dialect, feature = ALL_FEATURES): OneShot {
  const valueIs = catalogue[metric][dialect]?.meaning.valueIs;
  if (valueIs === undefined) {
    throw new ShapeError(`the ${dialect} service has no metric ${metric}`);
  }
  const reply = asRecord(json, 'the reply');
  const results = dialect === 'python' ? decodePython(reply, feature) : decodeJava(reply, feature, valueIs);
  return { metric, valueIs, dialect, results };
}
