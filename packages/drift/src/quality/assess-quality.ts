import type { Sample } from '../samples/sample.ts';
import { unseen, vanished } from './category-checks.ts';
import { sideFacts } from './side-facts.ts';
import type { QualityFinding, QualityOptions } from './finding.ts';
import { givenOptions } from './given-options.ts';
import { infiniteShare, missingShare, rowCount } from './row-checks.ts';
import { constant, duplicates, outOfRange, typeChange } from './value-checks.ts';

const checks = [rowCount, missingShare, typeChange, infiniteShare, constant, outOfRange, duplicates, unseen, vanished];

/**
 * What is wrong with a feature's data, beside any drift: rows, missing and infinite values, type, constants, range,
 * repeated numbers, unseen and vanished categories. One finding a check, each with its limit and where that comes from.
 *
 * Limits that rest on the reference allow for chance, so that small samples break none by themselves. What a sample
 * cannot tell is left out: counts do not know of missing rows, bins not of values. An option that is no number (NaN) or below 0
 * counts as not given. Never an exception. O(n).
 */
export function assessQuality(reference: Sample, current: Sample, options: QualityOptions = {}): QualityFinding[] {
  const both = { reference: sideFacts(reference), current: sideFacts(current) };
  const given = givenOptions(options);
  return checks.flatMap((check) => check(both, given) ?? []);
}
