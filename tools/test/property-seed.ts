import fc from 'fast-check';

/**
 * Properties draw other cases in each run on a developer's machine, and find what nobody thought of. In CI the same commit
 * draws the same cases, so that a change is judged by itself. SOUNDCHECK_SEED=N chooses cases anywhere.
 */
const { CI, SOUNDCHECK_SEED } = process.env;
if (CI || SOUNDCHECK_SEED) {
  fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(SOUNDCHECK_SEED ?? 1) });
}
