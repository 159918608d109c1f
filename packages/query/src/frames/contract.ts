/**
 * The frame contract: what the data source emits and the panel accepts from anywhere.
 * Plain data, valid in a browser, in Node and in the Go shell's engine.
 */

export type Role = 'scores' | 'distribution' | 'rows';

export type FieldType = 'time' | 'number' | 'string' | 'boolean';

/** Time is epoch milliseconds. In a number field, NaN and ±Infinity are values and null is missing. */
export type FieldValues = Float64Array | ReadonlyArray<number | string | boolean | null>;

export interface Field {
  name: string;
  type: FieldType;
  labels?: Record<string, string>;
  config?: {
    displayName?: string;
    displayNameFromDS?: string;
    unit?: string;
    decimals?: number;
    min?: number;
    max?: number;
    description?: string;
    /** What panels read of their own, e.g. `hideFrom`. */
    custom?: Record<string, unknown>;
  };
  values: FieldValues;
}

export interface Notice {
  severity: 'info' | 'warning' | 'error';
  text: string;
}

/** Under `meta.custom.soundcheck`. */
export interface SoundcheckMeta {
  contract: 1;
  role: Role;
  /** scores: where the limit comes from, in words. Absent: no limit is known. */
  limitOrigin?: string;
  /** scores, rows: which side these rows are, where the query says so. */
  side?: 'reference' | 'current';
}

export interface Frame {
  name?: string;
  refId?: string;
  fields: Field[];
  meta?: {
    type?: string;
    custom?: { soundcheck?: SoundcheckMeta; [other: string]: unknown };
    notices?: Notice[];
    executedQueryString?: string;
    preferredVisualisationType?: 'graph' | 'table';
  };
}

/**
 * Labels of a `scores` value field. `model, feature, metric, value_is` are there always.
 * `metric` is a catalogue key ("ks"), `value_is` a catalogue value kind ("ks_d", "p_value").
 */
export interface ScoreLabels {
  model: string;
  feature: string;
  metric: string;
  value_is: string;
  dialect?: string;
  namespace?: string;
  request?: string;
  request_name?: string;
}

/** Names of the fields of a `scores` frame beside `time` and `value`, all optional, one number per time. */
export const SCORE_COMPANIONS = ['p_value', 'limit', 'n_reference', 'n_current'] as const;
