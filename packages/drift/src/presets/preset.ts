import type { TestName, TestOptions } from '../compare.ts';
import type { Adjustment } from '../multiplicity/adjust.ts';
import type { Sample } from '../samples/sample.ts';
import type { Comparison, Direction, DriftError } from '../types.ts';

/** What a preset looks at to choose a test. */
export interface FeatureFacts {
  kind: 'numeric' | 'categorical';
  /** Rows with a value. */
  nReference: number;
  nCurrent: number;
  /** Different values of the reference, and of both sides together. */
  distinctReference: number;
  distinctPooled: number;
}

/** One test with its options. */
export type ChosenTest = { [T in TestName]: { test: T; options?: TestOptions[T] } }[TestName];

/** When a result counts as drift. `inclusive`: on the limit counts as past it. */
export interface DriftRule {
  by: 'p-value' | 'value';
  direction: Direction;
  limit: number;
  inclusive?: boolean;
  /** Where the limit comes from: "evidently's default for distances". */
  origin: string;
  /** Second, milder limit, for tools with three bands. */
  possible?: number;
}

/** The test a preset takes for one feature, and its rule. */
export type PresetChoice = ChosenTest & {
  rule: DriftRule;
  /** What the tool does to the samples before the test (pooling rare categories, trimming, scaling down). */
  prepare?: (reference: Sample, current: Sample) => readonly [Sample, Sample] | DriftError;
};

/** When a data set counts as drifted, given its features. */
export type DataSetRule =
  | { by: 'share'; limit: number; inclusive: boolean }
  | { by: 'any' }
  | { by: 'mean' | 'max' | 'weighted' | 'l3' | 'l5'; limit: number; inclusive: boolean }
  | { by: 'none' };

/** Reproduces the numbers, defaults and verdicts of one tool. */
export interface Preset {
  name: string;
  title: string;
  /** Tool, version and place that the rules were read from or measured on. */
  source: string;
  /** One sentence: what is particular about it, for a picker. */
  says: string;
  choose(facts: FeatureFacts): PresetChoice;
  /** Correction over the features. */
  adjustment: Adjustment;
  dataSet: DataSetRule;
}

/** The verdict of a preset on one feature. */
export interface PresetResult {
  choice: PresetChoice;
  comparison: Comparison;
  /** By the preset's own rule, before any correction over features. */
  drift: boolean;
}
