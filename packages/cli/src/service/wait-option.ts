import { UsageError } from '../arguments.ts';

const UNITS = { ms: 1, s: 1000, m: 60_000 } as const;

/** Milliseconds of "120s". @throws UsageError */
export function waitOf(text: string): number {
  const [, amount, unit] = /^(\d+)(ms|s|m)$/.exec(text) ?? [];
  if (amount === undefined || (unit !== 'ms' && unit !== 's' && unit !== 'm')) {
    throw new UsageError(`--wait is "${text}": give a time such as 120s or 2m.`);
  }
  return Number(amount) * UNITS[unit];
}
