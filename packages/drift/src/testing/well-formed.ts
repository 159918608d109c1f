import type { Description } from '../description.ts';
import { isDriftError } from '../errors.ts';
import { isBinned, isCategoryCounts, isSorted, isWeighted } from '../samples/sample.ts';
import type { Sample } from '../samples/sample.ts';
import type { Comparison, DriftError } from '../types.ts';

/** Where in a result NaN stands, or words that only a slip puts into a sentence. `allowed`: names where NaN has a meaning. */
export function slips(result: unknown, allowed: readonly string[] = [], path = ''): string[] {
  if (typeof result === 'number') {
    return Number.isNaN(result) && !allowed.includes(path.split('.').pop() ?? '') ? [`${path} is NaN`] : [];
  }
  if (typeof result === 'string') {
    return /NaN|undefined|\[object/.test(result.replace(/"[^"]*"/g, '')) &&
      !allowed.includes(path.split('.').pop() ?? '')
      ? [`${path} says "${result}"`]
      : [];
  }
  if (typeof result !== 'object' || result === null) {
    return [];
  }
  const isList = Array.isArray(result) || ArrayBuffer.isView(result);
  return Object.entries(result).flatMap(([name, part]) =>
    slips(part, allowed, isList ? path : path === '' ? name : `${path}.${name}`)
  );
}

const kindsOfErrors = ['no data', 'too few rows', 'not numeric', 'not defined'];

/** What is wrong with an error: its kind, or that it is no sentence. */
function errorComplaints({ error, message }: DriftError): string[] {
  return [
    ...(kindsOfErrors.includes(error) ? [] : [`no kind of error: ${error}`]),
    ...(/^\S.{20,}[.]$/.test(message) && !/undefined|\[object/.test(message) ? [] : [`no sentence: ${message}`]),
  ];
}

/** Rows without a value or weight, counted plainly; undefined for counts. */
function missingRows(sample: Sample): number | undefined {
  if (isBinned(sample) || isCategoryCounts(sample)) {
    return undefined;
  }
  if (isSorted(sample)) {
    return sample.missing;
  }
  const rows: ArrayLike<unknown> = isWeighted(sample) ? sample.values : sample;
  const weights = isWeighted(sample) ? Array.from(sample.weights) : undefined;
  return Array.from(rows).filter((row, i) => row === null || Number.isNaN(row) || Number.isNaN(weights?.[i])).length;
}

function sizeOf(sample: Sample): number {
  return isSorted(sample)
    ? sample.sorted.length + sample.missing
    : isWeighted(sample)
      ? sample.values.length
      : lengthOf(sample);
}

function lengthOf(sample: Sample): number {
  return 'length' in sample ? sample.length : NaN;
}

/** `used` of the rows are those with a value; all where the missing ones have a cell, fewer where some are cut off. */
function missingComplaints(
  sample: Sample,
  [n, missing]: readonly [number, number | undefined],
  { own, cut }: { own: boolean; cut: boolean }
): string[] {
  const expected = missingRows(sample);
  if (expected === undefined) {
    return [];
  }
  const used = own ? sizeOf(sample) : sizeOf(sample) - expected;
  return [
    ...((missing ?? NaN) === expected ? [] : [`${missing} missing instead of ${expected}`]),
    ...(n === used || (cut && n < used) ? [] : [`${n} rows instead of ${used}`]),
  ];
}

function partsComplaints({ terms, edges, categories, missingTerm }: Comparison): string[] {
  const cells = terms && terms.length - (edges && missingTerm !== undefined ? 1 : 0);
  return [
    ...(cells !== undefined && edges && edges.length !== cells + 1 ? [`${edges.length} edges, ${cells} terms`] : []),
    ...(terms && categories && categories.length !== terms.length
      ? [`${categories.length} categories, ${terms.length} terms`]
      : []),
    ...(missingTerm !== undefined && terms && missingTerm !== terms.length - 1 ? ['missingTerm is not the last'] : []),
  ];
}

/** Everything that is wrong with the form of a result, whatever its numbers should be. */
export function complaints(
  result: Comparison | DriftError,
  [reference, current]: readonly [Sample, Sample],
  { missing, trim = 0 }: Record<string, unknown> = {}
): string[] {
  if (isDriftError(result)) {
    return errorComplaints(result);
  }
  const { pValue, df, nReference, nCurrent, variant } = result;
  const rows = { own: missing === 'own-cell' && result.missingTerm !== undefined, cut: trim !== 0 };
  return [
    ...slips(result, ['categories', 'newCategories', 'vanishedCategories']),
    ...(pValue === undefined || (pValue >= 0 && pValue <= 1) ? [] : [`p is ${pValue}`]),
    ...(df === undefined || (df >= 0 && df < Infinity) ? [] : [`df is ${df}`]),
    ...(nReference > 0 && nCurrent > 0 && nReference < Infinity && nCurrent < Infinity
      ? []
      : [`n is ${nReference} v ${nCurrent}`]),
    ...(variant.length > 5 ? [] : [`variant is "${variant}"`]),
    ...missingComplaints(reference, [nReference, result.missingReference], rows),
    ...missingComplaints(current, [nCurrent, result.missingCurrent], rows),
    ...partsComplaints(result),
  ];
}

/** Options by which a value leaves the range of its description, with the range it then has. */
const otherRanges: readonly (readonly [
  test: string,
  option: string,
  value: unknown,
  range: readonly [number, number],
])[] = [
  ['jensen-shannon', 'base', 2, [0, 1]],
  // These rules leave shares that do not add up to 1.
  ['kullback-leibler', 'emptyBins', 'floor', [-Infinity, Infinity]],
  ['kullback-leibler', 'emptyBins', 'floor-evidently', [-Infinity, Infinity]],
  ['kullback-leibler', 'emptyBins', 'floor-all', [-Infinity, Infinity]],
  ['kullback-leibler', 'emptyBins', 'omit', [-Infinity, Infinity]],
];

/** The range of a test's values under these options. */
export function rangeOf({ name, range }: Description & { name: string }, options: Record<string, unknown>) {
  const other = otherRanges.find(([test, option, value]) => test === name && options[option] === value);
  return other ? other[3] : range;
}
