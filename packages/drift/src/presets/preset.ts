import type { TestName, TestOptions } from '../compare.ts';
import type { Adjustment } from '../multiplicity/adjust.ts';
import type { Sample } from '../samples/sample.ts';
import type { Comparison, Direction, DriftError } from '../types.ts';

/** What a preset looks at to choose a test. */
export interface FeatureFacts {
  kind: 'numeric' | 'categorical';
  /** True where a side is binned already, so that its values are not known. */
  binned: boolean;
  /** Rows with a category or a finite number. */
  nReference: number;
  nCurrent: number;
  /** Different ones among them: of the reference, of both sides together. Counting stops at `countedUpTo`. */
  distinctReference: number;
  distinctPooled: number;
}

/** One test with its options. */
export type Chosen<T extends TestName> = { [K in T]: { test: K; options?: TestOptions[K] } }[T];
/** Any test with options of its own. */
export type ChosenTest = Chosen<TestName>;

/** When a result counts as drift. `inclusive`: on the limit counts as past it. */
export interface DriftRule {
  by: 'p-value' | 'value';
  /** `two-sided`: past `limit` in absolute value. */
  direction: Direction;
  limit: number;
  inclusive?: boolean;
  /** Where the limit comes from: "evidently's default for distances". */
  origin: string;
  /** Second, milder limit, for tools with three bands. */
  possible?: number;
}

/** Two samples, reference first. */
export type Sides = readonly [reference: Sample, current: Sample];

/** The test a preset takes for one feature, and its rule. */
export type PresetChoice = ChosenTest & {
  /** Or how the rule is had from the rows of the reference (NannyML's limits from its chunks). */
  rule: DriftRule | ((reference: Sample) => DriftRule | DriftError);
  /** What the tool does to the samples before the test (its bins, pooling rare categories, least rows). */
  prepare?: (reference: Sample, current: Sample) => Sides | DriftError;
};

/** How the scores of many features become one: see `dataSetScore`. */
export type Aggregate = 'mean' | 'max' | 'weighted' | 'l3' | 'l5';

/** When a data set counts as drifted, given its features. */
export type DataSetRule =
  | { by: 'share'; limit: number; inclusive: boolean }
  /** One feature is enough, after the correction. `score`: one number that the tool shows beside it. */
  | { by: 'any'; score?: Aggregate }
  | { by: Aggregate; limit: number; inclusive: boolean }
  | { by: 'none' };

/** Reproduces the numbers, defaults and verdicts of one tool. */
export interface Preset {
  name: string;
  title: string;
  /** Tool, version and place that the rules were read from or measured on. */
  source: string;
  /** One sentence: what is particular about it, for a picker. */
  says: string;
  /** The test for one feature, or why the tool has none. Pure and cheap: it sees no rows. */
  choose(facts: FeatureFacts): PresetChoice | DriftError;
  /** Correction over the features. */
  adjustment: Adjustment;
  dataSet: DataSetRule;
}

/** The verdict of a preset on one feature. */
export interface PresetResult {
  choice: PresetChoice;
  /** The rule that held. */
  rule: DriftRule;
  comparison: Comparison;
  /** By the preset's own rule, before any correction over features. */
  drift: boolean;
  /** Past the milder limit only; where the rule has one. */
  possible?: boolean;
}
