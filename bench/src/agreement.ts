import type { Answer } from './answer.ts';

/** Numbers further apart than this, relative to their size, are not the same. */
const tolerance = 1e-9;

/** How far two answers are apart. */
export interface Agreement {
  same: boolean;
  /** The greatest relative difference of two numbers; NaN where they are not as many. */
  furthest: number;
  /** Verdicts that differ. */
  otherVerdicts: number;
}

export function agreementOf(ours: Answer, peers: Answer): Agreement {
  const pairs = ours.values.map((value, i) => [value, peers.values[i] ?? NaN] as const);
  const apart = pairs.map(([a, b]) => (a === b ? 0 : Math.abs(a - b) / Math.max(Math.abs(a), Math.abs(b))));
  const asMany = ours.values.length === peers.values.length && ours.drifted?.length === peers.drifted?.length;
  const furthest = asMany ? apart.reduce((most, x) => (x <= most ? most : x), 0) : NaN;
  const otherVerdicts = (ours.drifted ?? []).filter((verdict, i) => verdict !== peers.drifted?.[i]).length;
  return { same: furthest <= tolerance && otherVerdicts === 0, furthest, otherVerdicts };
}
