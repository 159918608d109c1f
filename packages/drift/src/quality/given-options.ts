import type { QualityOptions } from './finding.ts';

/** Without the numbers that are none (NaN, or below 0): they count as not given. */
function withoutNone<T extends object>(options: T): Partial<T> {
  const kept: Partial<T> = { ...options };
  for (const name of Object.keys(kept) as (keyof T)[]) {
    const value = kept[name];
    if (typeof value === 'number' && !(value >= 0)) {
      delete kept[name];
    }
  }
  return kept;
}

/** The options that mean something; a finding has no other way to say that a limit is none. */
export function givenOptions({ range, rows, ...numbers }: QualityOptions): QualityOptions {
  return {
    ...withoutNone(numbers),
    ...(range && range[0] <= range[1] ? { range } : {}),
    ...(rows ? { rows: withoutNone(rows) } : {}),
  };
}
