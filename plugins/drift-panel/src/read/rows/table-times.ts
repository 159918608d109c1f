import { dealt, type Deal } from './deal.ts';

/** Times of each part; those of the only part are the frame's own. */
export function dealTimes(times: Float64Array, deal: Deal): Float64Array[] {
  const { values, next } = dealt(deal, (size) => (size === times.length ? times : new Float64Array(size)));
  if (values.includes(times)) {
    return values;
  }
  for (let row = 0; row < times.length; row++) {
    const part = deal.part[row] ?? -1;
    const target = values[part];
    if (target) {
      const at = next[part] ?? 0;
      next[part] = at + 1;
      target[at] = times[row] ?? NaN;
    }
  }
  return values;
}
