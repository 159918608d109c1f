import type { CellMove } from '@soundcheck/drift';

/** A part with the sign of its move: more rows than in the reference, or fewer. */
export function signedPart({ part, reference, current }: CellMove): number {
  return Number.isFinite(part) && part > 0 ? Math.sign(current - reference) * part : 0;
}
