import type { Direction, Limit } from '../types.ts';

/** What is looked at. */
export type QualityCheck =
  'row-count' | 'missing' | 'type' | 'infinite' | 'constant' | 'out-of-range' | 'duplicates' | 'unseen' | 'vanished';

/** One thing that was looked at in a feature's data. */
export interface QualityFinding {
  check: QualityCheck;
  /** What is held against the limit: a share of rows, or a count (row-count, constant, vanished). */
  value: number;
  limit: Limit;
  /** `high`: broken above the limit; `low`: broken below it. */
  direction: Exclude<Direction, 'two-sided'>;
  state: 'ok' | 'broken';
  /** Rows that the value and its limit rest on. */
  nReference: number;
  nCurrent: number;
  /** The categories concerned, the most frequent first, and their rows (unseen: in the current, vanished: in the reference). */
  categories?: string[];
  counts?: number[];
  /** One sentence. */
  sentence: string;
}

/** Limits of the checks, instead of those from the reference. */
export interface QualityOptions {
  /** Standard errors that a share may lie above the reference's. Default 3. */
  standardErrors?: number;
  /** Greatest share of missing rows, instead of the reference's. */
  maxMissing?: number;
  /** Greatest share of rows in categories that the reference lacks. Default 0. */
  maxUnseen?: number;
  /** Allowed values, both ends included, instead of the reference's least and greatest. */
  range?: readonly [least: number, greatest: number];
  /** Greatest share of rows outside. Default: 0 of a given range, what chance allows of the reference's. */
  maxOutOfRange?: number;
  /** Rows that the current sample should have, missing ones included. Default: at least 1. */
  rows?: { least?: number; most?: number };
}

/** A finding before its state and sentence are made of it. */
export type Measured = Omit<QualityFinding, 'state' | 'sentence'> & {
  /** What was found, in words, without the limit. */
  says: string;
  limitInWords: string;
};

/** Settles state and sentence: broken means past the limit; on it is allowed. */
export function finding({ says, limitInWords, ...measured }: Measured): QualityFinding {
  const { value, limit, direction } = measured;
  const broken = direction === 'high' ? value > limit.value : value < limit.value;
  const bound = `${direction === 'high' ? 'at most' : 'at least'} ${limitInWords}`;
  const sentence = `${says}, ${broken ? `where ${bound} ${direction === 'high' ? 'is' : 'are'} allowed` : `within ${bound}`} (${limit.origin})`;
  return { ...measured, state: broken ? 'broken' : 'ok', sentence };
}
