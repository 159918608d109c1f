import { rowCounter } from '../bins/histogram.ts';
import { compareOverChunks } from '../chunks/compare-over-chunks.ts';
import type { TestName } from '../compare.ts';
import { compareChunks } from '../distances/compare-chunks.ts';
import { isDriftError, tooFewRows } from '../errors.ts';
import { meanAndDeviationLimit } from '../limits/mean-and-deviation-limit.ts';
import { numericValues } from '../samples/numeric-values.ts';
import { isBinned } from '../samples/sample.ts';
import type { Sample } from '../samples/sample.ts';
import type { Comparison, DriftError } from '../types.ts';
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

function against({ chosen, reference }: NannymlTest, chunks: readonly Sample[]) {
  return compareEach(chosen, reference, chunks);
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

/** The values of the reference's own chunks. In bins that are counted already no more than the counts of a chunk are needed. */
function ownValues(test: NannymlTest, chunks: readonly OrderedRows[]): number[] {
  const { chosen, reference } = test;
  const counted = chosen.test === 'jensen-shannon' || chosen.test === 'hellinger';
  if (!counted || !isBinned(reference)) {
    return against(test, chunks).map(valueOf);
  }
  const { edges, count } = rowCounter(reference.edges);
  const cells = edges.length - 1;
  const counts = new Float64Array(chunks.length * cells);
  chunks.forEach((chunk, i) => {
    const numbers = numericValues(chunk, 'current');
    if (!isDriftError(numbers)) {
      counts.set(count(numbers.values), i * cells);
    }
  });
  const opened = { edges, counts: Float64Array.of(0, ...Array.from(reference.counts), 0) };
  const compared =
    chosen.test === 'hellinger'
      ? compareChunks(chosen.test, opened, { counts })
      : compareChunks(chosen.test, opened, { counts }, chosen.options);
  return isDriftError(compared) ? chunks.map(() => NaN) : Array.from(compared.values);
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
