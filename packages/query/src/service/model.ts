import type { FairnessChoice, MetricKey } from '../core/operations.ts';
import type { Dialect, ValueIs } from '../catalogue/meaning.ts';

/** The domain model: what a TrustyAI service knows, in one shape for both dialects. */

export interface Column {
  /** The name in force: its alias where one is set. */
  name: string;
  /** The name as ingested. */
  raw: string;
  role: 'input' | 'output';
  /** As the service says; UNKNOWN is common, so never decide by it. */
  type: string;
}

export interface Model {
  id: string;
  /** All stored rows, reference rows included. */
  observations: number;
  /** Inputs first, each side in column order. */
  columns: Column[];
  /** Schedules by the service's own metric name. */
  scheduled: Record<string, number>;
  /** Set where the service could not read this model. */
  error?: string;
}

export interface Tag {
  name: string;
  rows: number;
  /** "untagged": uploaded without a tag on Java, where such rows take part in nothing. */
  kind: 'reference' | 'inference' | 'synthetic' | 'untagged';
}

export interface Schedule {
  id: string;
  model: string;
  /** The service's own metric name. */
  serviceMetric: string;
  /** Which service lists it. Absent: one that is only planned. */
  dialect?: Dialect;
  /** Absent: a metric that the catalogue does not know. */
  metric?: MetricKey;
  requestName?: string;
  batchSize?: number;
  referenceTag?: string;
  /** Absent: all. */
  features?: string[];
  /** Level or threshold, where the service lists it. */
  threshold?: number;
  /** SPD and DIR; Python lists neither groups nor the favourable value. */
  fairness?: Pick<FairnessChoice, 'protectedAttribute' | 'outcome'> & Partial<FairnessChoice>;
}

/** One number of a one-shot call. */
export interface ScoreResult {
  feature: string;
  value: number;
  pValue?: number;
  nReference?: number;
  nCurrent?: number;
}

export interface OneShot {
  metric: MetricKey;
  valueIs: ValueIs;
  dialect: Dialect;
  results: ScoreResult[];
}

/** One line of `/q/metrics`. */
export interface Sample {
  name: string;
  labels: Record<string, string>;
  value: number;
}

/** Which service answers, and how that is known. */
export interface Detected {
  dialect: Dialect;
  evidence: string;
  /** Paths that the service offers, where it lists them. */
  paths?: ReadonlySet<string>;
  /** As the service states it. */
  apiVersion?: string;
}
