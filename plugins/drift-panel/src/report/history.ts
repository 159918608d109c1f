/** How far a chunk is from its limit. The views turn it into a colour and a mark. */
export type Level = 'no data' | 'few' | 'unjudged' | 'low' | 'near' | 'over' | 'well over' | 'far over';

/** One chunk of the panel's time range. */
export interface StripCell {
  /** Epoch ms. */
  from: number;
  to: number;
  level: Level;
  /** Shown on hover: time, number, limit, n. */
  title: string;
}

/** One sample of the chosen number. `y` is in units of the axis, higher is nearer to drift; null is a gap. */
export interface OverTimePoint {
  time: number;
  y: number | null;
  /** The limit at this time in the same units; it moves with n. */
  limit: number | null;
  over: boolean;
  title: string;
}

export interface AxisTick {
  y: number;
  text: string;
}

/** Drift over time of one feature. */
export interface OverTime {
  /** What the y axis is. */
  title: string;
  points: OverTimePoint[];
  /** Own ticks where the axis is not linear in the number (p-values); empty: let the axis choose. */
  ticks: AxisTick[];
  yMin: number;
  yMax: number;
  /** "limit 0.063, critical D for n = 5,000 v 500 at 5 %". Empty: no limit is known. */
  limitLabel: string;
  /** The run over the limit that still goes on. */
  since?: { time: number; text: string };
  from: number;
  to: number;
}
