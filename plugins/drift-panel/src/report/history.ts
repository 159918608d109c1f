import type { Level } from './level.ts';

/** One step of drift over time: a chunk, or a sample of a score that holds until the next. */
export interface OverTimePoint {
  /** Epoch ms; the end is excluded. */
  from: number;
  to: number;
  /** In units of the axis, higher is nearer to drift; null is a gap. */
  y: number | null;
  /** The limit at this time in the same units; it moves with n. null: none is known. */
  limit: number | null;
  /** Where values without drift lie for this n (sampling band), in the same units. */
  band?: readonly [low: number, high: number];
  level: Level;
  over: boolean;
  /** Time, number with its name, limit, n on both sides, state: for the tooltip. */
  title: string;
}

export interface AxisTick {
  y: number;
  text: string;
}

/** Drift over time of one feature. */
export interface OverTime {
  feature: string;
  /** What the y axis is. */
  title: string;
  points: OverTimePoint[];
  /** Own ticks where the axis is not linear in the number (p-values); empty: let the axis choose. */
  ticks: AxisTick[];
  yMin: number;
  yMax: number;
  /** "limit 0.063, critical D for n = 5,000 v 500 at 5 %". Empty: no limit is known. */
  limitLabel: string;
  /** Values of the chunks of the reference: "reference chunks, mean ± 3 sd". */
  referenceBand?: { low: number; high: number; text: string };
  /** The run over the limit that still goes on, after the persistence rule. */
  since?: { time: number; text: string };
  /** Changes of the level that a detector found, with a sentence each. */
  changes: Array<{ time: number; text: string }>;
  from: number;
  to: number;
}

/** Something that happened, from annotations and alert states of the dashboard. */
export interface TimeMark {
  time: number;
  /** Absent: a moment. */
  end?: number;
  kind: 'alert' | 'annotation';
  text: string;
  /** Colour as the dashboard has it. */
  colour?: string;
}

/** Weekday × hour, Monday first, in the dashboard's time zone: 168 cells, `weekday × 24 + hour`. */
export interface Calendar {
  title: string;
  effect: Float32Array;
  /** Index into `LEVELS`. */
  level: Uint8Array;
  /** Rows (or chunks) behind each cell. */
  n: Float64Array;
  titles: string[];
  /** What it shows, one sentence: "Over the limit only Mon–Fri 22:00–04:00." Empty: nothing stands out. */
  sentence: string;
}
