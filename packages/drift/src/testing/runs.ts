/**
 * Runs of a property: few, so that all tests stay quick. SOUNDCHECK_RUNS (a factor) and SOUNDCHECK_SEED hunt further:
 * `SOUNDCHECK_RUNS=50 SOUNDCHECK_SEED=7 npx vitest run src/laws.test.ts --testTimeout 0`.
 */
export function runs(
  count: number,
  { SOUNDCHECK_RUNS: factor = '1', SOUNDCHECK_SEED: seed = '1' }: Record<string, string | undefined>
): { numRuns: number; seed: number } {
  return { numRuns: Math.ceil(count * Number(factor)), seed: Number(seed) };
}
