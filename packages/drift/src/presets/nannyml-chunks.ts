import { compareOverChunks } from '../chunks/compare-over-chunks.ts';
import type { TestName } from '../compare.ts';
import { isDriftError, tooFewRows } from '../errors.ts';
import { meanAndDeviationLimit } from '../limits/mean-and-deviation-limit.ts';
import type { Sample } from '../samples/sample.ts';
import type { Comparison, DriftError } from '../types.ts';
import { isRawNumbers, jensenShannonInBins, jensenShannonValues } from './nannyml-bins.ts';
import { nannymlTest } from './nannyml-method.ts';
import type { NannymlMethod, NannymlTest } from './nannyml-method.ts';
import { isPastRule } from './past-rule.ts';
import type { Chosen, DriftRule } from './preset.ts';
import { splitRows } from './split-rows.ts';
import type { OrderedRows } from './split-rows.ts';

/** Method and chunks of NannyML. */
export interface NannymlOptions {
  /** Default `jensen-shannon`. */
  method?: NannymlMethod;
  /** Rows of a chunk of the reference. Default: a tenth of its rows, so that ten chunks come, or eleven with the rest. */
  chunkSize?: number;
}

/** One chunk held against the limit. */
export interface NannymlChunk {
  /** NaN where the chunk has no value. */
  value: number;
  comparison: Comparison | DriftError;
  drift: boolean;
}

/** NannyML’s values of all chunks, and the limit they are held against. */
export interface NannymlResult {
  /** Values of the reference's own chunks. */
  referenceValues: number[];
  rule: DriftRule;
  chunks: NannymlChunk[];
}

/** How many chunks NannyML makes where nothing is said. */
export const defaultChunks = 10;

function valueOf(comparison: Comparison | DriftError): number {
  return isDriftError(comparison) ? NaN : comparison.value;
}

function compareEach<T extends TestName>(chosen: Chosen<T>, reference: Sample, chunks: readonly Sample[]) {
  return compareOverChunks(chosen.test, reference, chunks, chosen.options);
}

function against({ chosen, reference, bins }: NannymlTest, chunks: readonly Sample[]): (Comparison | DriftError)[] {
  return bins && chosen.test === 'jensen-shannon' && chunks.every(isRawNumbers)
    ? chunks.map((chunk) => jensenShannonInBins(bins, chunk))
    : compareEach(chosen, reference, chunks);
}

/** The rule of a method: χ² alerts by p, the others above the limit from the reference's own chunks. */
function ruleOf(method: NannymlMethod, referenceValues: readonly number[]): DriftRule | DriftError {
  if (method === 'chi-square') {
    return { by: 'p-value', direction: 'low', limit: 0.05, origin: "NannyML's fixed level for χ²" };
  }
  const limits = meanAndDeviationLimit(referenceValues, {
    lower: false,
    // NannyML wishes for six chunks, but takes fewer.
    minimumChunks: 1,
    ...(method === 'ks' ? { clipTo: [0, 1] } : {}),
  });
  if (isDriftError(limits)) {
    return limits;
  }
  const { value = Infinity, origin = '' } = limits.upper ?? {};
  return { by: 'value', direction: 'high', limit: value, origin };
}

interface Fitted extends NannymlTest {
  referenceValues: number[];
  rule: DriftRule;
}

/** The values of the reference's own chunks. */
function ownValues(test: NannymlTest, chunks: readonly OrderedRows[]): number[] {
  const { chosen, bins } = test;
  return bins && chosen.test === 'jensen-shannon' && chunks.every(isRawNumbers)
    ? jensenShannonValues(bins, chunks)
    : against(test, chunks).map(valueOf);
}

/** The test and the rule from the rows of the reference in their order. */
export function fitNannyml(
  reference: OrderedRows,
  { method = 'jensen-shannon', chunkSize = Math.floor(reference.length / defaultChunks) }: NannymlOptions = {}
): Fitted | DriftError {
  if (chunkSize === 0) {
    return tooFewRows('reference', reference.length, defaultChunks);
  }
  const chunks = splitRows(reference, chunkSize);
  const test = nannymlTest(method, reference);
  if (isDriftError(chunks)) {
    return chunks;
  }
  if (isDriftError(test)) {
    return test;
  }
  const referenceValues = ownValues(test, chunks);
  const rule = ruleOf(method, referenceValues);
  return isDriftError(rule) ? rule : { ...test, referenceValues, rule };
}

/**
 * NannyML's drift of chunks of one feature: each against the whole reference, alerting above the limit that the
 * reference's own chunks set. `reference` are rows in their order; chunks may be samples of any kind.
 * `too few rows` where the reference has under ten rows; an error of one chunk stands in its place.
 */
export function nannymlChunks(
  reference: OrderedRows,
  chunks: readonly Sample[],
  options: NannymlOptions = {}
): NannymlResult | DriftError {
  const fitted = fitNannyml(reference, options);
  if (isDriftError(fitted)) {
    return fitted;
  }
  const { referenceValues, rule } = fitted;
  const measured = against(fitted, chunks).map((comparison) => ({
    value: valueOf(comparison),
    comparison,
    drift: !isDriftError(comparison) && isPastRule(rule, comparison),
  }));
  return { referenceValues, rule, chunks: measured };
}
