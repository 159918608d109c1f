import type { Limit } from '@soundcheck/drift';
import { isOverLimit, type Meaning } from '@soundcheck/query';
import type { ScoreSample } from '../read/score-series.ts';
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
  findLimit: LimitFinder;
  /** A limit that came with the data, with its origin. */
  givenLimit: (value: number) => Limit;
  /** Set in the options: wins over the others. */
  ownLimit?: Limit;
}

/**
 * Judges one number by what it means; a number of unknown meaning gets no limit and no effect.
 * Runs for every sample of every history, so it builds its result in place.
 */
export function judgeSample(sample: ScoreSample, scale: Scale, settings: AnalysisSettings): Judged {
  const nReference = rows(sample.nReference) ?? (settings.nReference || undefined);
  const nCurrent = rows(sample.nCurrent) ?? (settings.nCurrent || undefined);
  const isFew = (n: number | undefined) => n !== undefined && n < settings.minRows;
  const judged: Judged = { value: sample.value, over: false, few: isFew(nReference) || isFew(nCurrent) };
  if (nReference !== undefined) {
    judged.nReference = nReference;
  }
  if (nCurrent !== undefined) {
    judged.nCurrent = nCurrent;
  }
  const { meaning, findLimit, givenLimit, ownLimit } = scale;
  const limit =
    meaning &&
    (ownLimit ?? (isNumber(sample.limit) ? givenLimit(sample.limit) : findLimit(meaning, nReference, nCurrent)));
  if (meaning && limit) {
    const effect = effectOf(sample.value, limit.value, meaning);
    judged.limit = limit;
    if (effect !== undefined) {
      judged.effect = effect;
      judged.over = isOverLimit(meaning, sample.value, limit.value);
    }
  }
  return judged;
}

/** A number of rows; what cannot be one counts as unknown. */
function rows(n: number | undefined): number | undefined {
  return isNumber(n) && n >= 0 && n < Infinity ? n : undefined;
}

/** NaN in a companion field is an empty cell. */
export function isNumber(value: number | undefined): value is number {
  return value !== undefined && !Number.isNaN(value);
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
