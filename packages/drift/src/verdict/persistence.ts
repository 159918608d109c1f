/** Drift is on when at least `need` of the last `of` steps are over the limit. */
export interface Persistence {
  need: number;
  of: number;
}

/**
 * Whether drift is on at each step. `over` holds one entry a step, in order of time: over the limit or not; null or
 * undefined is a missing step, which counts as not over. Steps before the first count as not over; no other memory.
 * Panel, annotations and alert rules use this one definition.
 */
export function persists(over: ArrayLike<boolean | null | undefined>, { need, of }: Persistence): boolean[] {
  let among = 0;
  return Array.from({ length: over.length }, (_, step) => {
    among += over[step] === true ? 1 : 0;
    among -= over[step - of] === true ? 1 : 0;
    return among >= need;
  });
}
