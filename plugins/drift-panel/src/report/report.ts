import type { State } from '@soundcheck/drift';
import type { Absent } from './absent.ts';
import type { Heatmap } from './heatmap.ts';
import type { QualityRow } from './quality.ts';
import type { FeatureResult } from './result.ts';
import type { Scatter } from './scatter.ts';

/** The colour of the whole panel: calm until something is over its limit. */
export type Tone = 'calm' | 'possible' | 'drift' | 'unknown';

/** One of several metrics (or models) in the data; the panel shows one at a time. */
export interface MetricChoice {
  key: string;
  /** Short enough for a button. */
  label: string;
  /** What the number is and which way drift lies, one sentence. */
  description: string;
}

/** A small histogram of both sides on one axis; shares or densities, both to the same scale. */
export interface Twin {
  /** Edges for bins; empty for categories, which are equally wide. */
  edges: number[];
  reference: number[];
  current: number[];
}

/** Everything about one feature that ranking and heatmap draw. */
export interface FeatureReport {
  feature: string;
  kind: 'numeric' | 'categorical' | 'unknown';
  state: State;
  /** Why this state, one sentence, without the feature's name. */
  why: string;
  /** 1 = at the limit, more = drift, whatever the direction of the number. Absent: not judged. May be Infinity. */
  effect?: number;
  /** "2.9", "0.4", "–". */
  effectText: string;
  /** Adjusted p-value, e.g. "<0.001"; "–" where there is none. */
  pText: string;
  /** The number with its name, limit, origin and n: "KS D 0.31, limit 0.063 (critical D …)". */
  numbers: string;
  /** Short remarks beside the name: state in a word, then quality ("3 % missing"). Empty most of the time. */
  flags: string[];
  /** Start of the current run over the limit, epoch ms. */
  since?: number;
  /** Its row of the heatmap; −1: it has none. */
  row: number;
  twin?: Twin;
  importance?: number;
  /** The numbers themselves, for export. */
  result: FeatureResult;
}

/** Orders of `Report.features`: positions in it. */
export type Orders = Record<'drift' | 'name' | 'cluster' | 'first-over', number[]>;

/** What the panel draws. Plain data: every sentence and every number is already decided here. */
export interface Report {
  tone: Tone;
  /** The verdict in words that need no statistics. */
  headline: string;
  /** How far to trust it: chance, correction, reference, n, limit and its origin. */
  trust: string;
  /** What the panel understood of its data: "13 features, rows, reference = query B, 5,000 v 500". */
  understood: string;
  /** What could not be read, one sentence each. */
  notices: string[];
  choices: MetricChoice[];
  chosen?: string;
  /** Head of the effect column: what is divided by which limit. */
  effectTitle: string;
  /** End of the axis that the effects of all features share, in limits. */
  effectMax: number;
  /** Largest effect first. */
  features: FeatureReport[];
  orders: Orders;
  heatmap: Heatmap | Absent;
  quality: QualityRow[];
  scatter: Scatter | Absent;
}
