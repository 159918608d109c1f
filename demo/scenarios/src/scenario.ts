/** What every scenario is, wherever its rows come from. */

/** One inference: input values in the order of `Scenario.features`, output values in the order of the output tensor. */
export interface Row {
  inputs: number[];
  outputs: number[];
}

export interface TimedRow extends Row {
  /** Milliseconds relative to the end of history; never above 0. */
  offsetMs: number;
}

export interface Scenario {
  kind: 'jukebox' | 'own-data';
  model: string;
  namespace: string;
  seed: number;
  /** Names of the numeric inputs. */
  features: string[];
  /** Name of the output tensor; with several values a row TrustyAI calls its columns `<tensor>-0`, `<tensor>-1`, … */
  outputTensor: string;
  /** Names for columns of the output tensor, by the names that TrustyAI gives them itself. */
  outputNames?: Record<string, string>;
  /** Two groups of rows and an outcome that is matched by equality; absent where no output is discrete. */
  fairness?: Fairness;
  /** Whether outputs are a column of the user's own files. */
  hasPrediction: boolean;
  /** Rows of the reference, tagged TRAINING. */
  reference: Row[];
  /** Rows of the week, oldest first. */
  history: TimedRow[];
  /** Start of history relative to its end, in milliseconds; below the first row's offset. */
  startMs: number;
  /** Rows in TrustyAI's window: the last `batchSize` rows of history are what is compared with the reference. */
  batchSize: number;
  /** One or two sentences for people. */
  description: string;
  /** What was done to times, in words. */
  timeNote: string;
  /** The two files for checking by hand, as text cells with a header. */
  referenceTable: Table;
  currentTable: Table;
}

export interface Fairness {
  /** An input. */
  protectedAttribute: string;
  privileged: number;
  unprivileged: number;
  /** A column of the output, by the name of `Scenario.outputNames`. */
  outcome: string;
  favorable: number;
  /** Rows compared: more than for drift, because the difference of two shares moves by chance as few rows let it. */
  batchSize: number;
}

export interface Table {
  header: string[];
  rows: string[][];
}

export const minuteMs = 60_000;
export const hourMs = 60 * minuteMs;
export const dayMs = 24 * hourMs;
export const weekMs = 7 * dayMs;
