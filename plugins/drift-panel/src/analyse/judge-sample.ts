import type { Limit } from '@soundcheck/drift';
import { isOverLimit, type Meaning } from '@soundcheck/query';
import type { ScoreSample } from '../read/understood.ts';
import type { LimitFinder } from './limit-finder.ts';
import type { AnalysisSettings } from './settings.ts';

/** One sample held against its limit. */
export interface Judged {
  value: number;
  limit?: Limit;
  /** 1 = at the limit, more = drift, for every direction. Absent without a limit. May be Infinity. */
  effect?: number;
  over: boolean;
  nReference?: number;
  nCurrent?: number;
  /** Rows are known and fewer than asked for on some side. */
  few: boolean;
}

/** How the samples of one series are judged. */
export interface Scale {
  meaning: Meaning | undefined;
  /** Where a limit in the data comes from. */
  limitOrigin: string | undefined;
  findLimit: LimitFinder;
}

/** Judges one number by what it means; a number of unknown meaning gets no limit and no effect. */
export function judgeSample(
  sample: ScoreSample,
  { meaning, limitOrigin, findLimit }: Scale,
  settings: AnalysisSettings
): Judged {
  const nReference = sample.nReference ?? (settings.nReference || undefined);
  const nCurrent = sample.nCurrent ?? (settings.nCurrent || undefined);
  const few = [nReference, nCurrent].some((n) => n !== undefined && n < settings.minRows);
  const base = {
    value: sample.value,
    few,
    ...(nReference !== undefined && { nReference }),
    ...(nCurrent !== undefined && { nCurrent }),
  };
  if (!meaning) {
    return { ...base, over: false };
  }
  const limit =
    sample.limit !== undefined
      ? { value: sample.limit, origin: limitOrigin ?? 'limit from the data' }
      : findLimit(meaning, nReference, nCurrent);
  const effect = limit && effectOf(sample.value, limit.value, meaning);
  if (!limit || effect === undefined) {
    return { ...base, over: false, ...(limit && { limit }) };
  }
  return { ...base, limit, effect, over: isOverLimit(meaning, sample.value, limit.value) };
}

/**
 * How many limits a number is away from no drift. A p-value is measured in logarithms, ln p ÷ ln limit: 0.0025 is twice
 * as far as 0.05. p = 0 (the service rounds to it) is beyond any axis: Infinity.
 */
export function effectOf(value: number, limit: number, meaning: Meaning): number | undefined {
  if (Number.isNaN(value) || !(limit > 0)) {
    return undefined;
  }
  switch (meaning.direction) {
    case 'low':
      return limit < 1 ? (value <= 0 ? Infinity : Math.max(0, Math.log(value) / Math.log(limit))) : undefined;
    case 'high':
      return Math.max(0, value / limit);
    case 'two-sided':
      return meaning.centre === undefined ? undefined : Math.abs(value - meaning.centre) / limit;
  }
}
