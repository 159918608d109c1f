import { at, textAt } from './json.ts';

/** Queries that may give nothing in a healthy demo: what their text names, and why. */
const byText: [RegExp, string][] = [
  [/\bALERTS(_FOR_STATE)?\{/, 'no alert is pending or firing'],
  [/\bsoundcheck_retrain_/, 'no incident has come yet'],
  [/\bsoundcheck:(score|limit|over)\b/, 'no monitor of monitors.yaml is about this model'],
];

/** Own data has no discrete outcome, so the demo schedules no fairness metric for it. */
const fairness = ['spd', 'dir'];

/**
 * Why a query may give nothing; undefined where it must give something. A query that cannot be run fails all the same.
 * @param target as it stands in the dashboard
 */
export function mayBeEmpty(target: unknown, demo: { ownData: boolean }): string | undefined {
  const expr = textAt(target, 'expr');
  if (expr !== undefined) {
    return byText.find(([pattern]) => pattern.test(expr))?.[1];
  }
  return demo.ownData && fairness.includes(String(at(target, 'metric')))
    ? 'own data has no fairness schedule'
    : undefined;
}
