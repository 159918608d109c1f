/** Reference against current of one feature, both on the same bins. */
export type Overlay = NumericOverlay | CategoricalOverlay;

interface Sides {
  nReference: number;
  nCurrent: number;
  /** What the picture leaves out: missing values, values outside the axis. Empty: nothing. */
  remark: string;
  /** Why it drifted, one sentence, where the rows tell. */
  sentence: string;
}

/** Densities per unit of the feature, so that sides of unequal n compare. `edges.length === reference.length + 1`. */
export interface NumericOverlay extends Sides {
  kind: 'numeric';
  edges: number[];
  /** Grafana unit id of the feature. */
  unit?: string;
  reference: number[];
  current: number[];
}

/** Shares of 0..1 per category, the most frequent of the reference first. */
export interface CategoricalOverlay extends Sides {
  kind: 'categorical';
  categories: string[];
  reference: number[];
  current: number[];
}
