import type { Direction, Limit } from '@soundcheck/drift';
import type { MetricKey } from '../core/operations.ts';

/** The two TrustyAI services in the field. The same series name means different numbers in each. */
export type Dialect = 'java' | 'python';

/** What a published number is. */
export type ValueIs =
  'p_value' | 't' | 'ks_d' | 'js_distance' | 'mmd2' | 'probability' | 'difference' | 'ratio' | 'mean';

/** What one number of one metric means: enough to label, scale and judge it. */
export interface Meaning {
  metric: MetricKey;
  valueIs: ValueIs;
  /** For axes and legends, e.g. "KS distance D". */
  label: string;
  /** One plain sentence: what the number is and which way drift lies. */
  sentence: string;
  /**
   * Which way drift lies. "low": value <= limit. "high": value > limit.
   * "two-sided": the distance of the value from `centre` > limit.
   */
  direction: Direction;
  /** The value of two equal samples, for two-sided numbers. Absent: there is none (a mean in data units). */
  centre?: number;
  /** Possible values; ±Infinity where unbounded. Services may overstep by rounding. */
  range: { min: number; max: number };
  /** Grafana unit id. */
  unit: string;
  /** The limit without knowledge of n. Absent: none can be given, the user has to. */
  defaultLimit?: Limit;
}

/** One side of a catalogue entry: how one service computes, schedules and publishes the metric. */
export interface DialectEntry {
  /** Paths below the service's URL, the one to call first; the others keep schedules of their own or are aliases. */
  endpoints: readonly string[];
  /** Prometheus names under which values of this metric appear. */
  series: readonly string[];
  modelLabel: 'model' | 'modelId';
  /** Label that holds the feature. Absent: one number for all features together. */
  featureLabel?: string;
  /** Labels that tell apart two numbers of one feature: our name to the service's. */
  extraLabels?: Readonly<Record<string, string>>;
  /** The service's own metric names, lower-cased, as in schedule lists and `metricCounts`. */
  names: readonly string[];
  meaning: Meaning;
}

/** One metric of the catalogue. */
export interface CatalogueEntry {
  key: MetricKey;
  label: string;
  /** One plain sentence: the question that this metric answers. */
  sentence: string;
  kind: 'drift' | 'fairness' | 'mean';
  /** Works on numeric columns only. */
  needsNumeric: boolean;
  java?: DialectEntry;
  python?: DialectEntry;
}

/** The `feature` of numbers that cover all features together, such as MMD. */
export const ALL_FEATURES = '(all features)';
