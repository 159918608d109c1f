import type { State } from '@soundcheck/drift';
import type { StripCell } from './history.ts';
import type { Overlay } from './overlay.ts';

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

/** Everything about one feature that the views draw. */
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
  /** Short remark beside the name: "few rows", "no data", "3 % missing". Empty most of the time. */
  flag: string;
  /** Start of the current run over the limit, epoch ms. */
  since?: number;
  /** One per chunk of the panel's time range; empty where the data has no time. */
  cells: StripCell[];
  overlay?: Overlay;
}

/** Time axis shared by all history strips. */
export interface Strip {
  from: number;
  to: number;
  /** "Last 7 days, median of each 6 h". */
  title: string;
}

/** What the panel draws. Plain data: every sentence and every number is already decided here. */
export interface Report {
  tone: Tone;
  /** The verdict in words that need no statistics. */
  headline: string;
  /** How far to trust it: chance, correction, reference, n, limit and its origin. */
  trust: string;
  /** What the panel understood of its data. */
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
  strip?: Strip;
  /** Why there is no overlay, and how to get one. Absent where there is. */
  noOverlay?: string;
  /** Why there is no history, and how to get one. Absent where there is. */
  noHistory?: string;
}
