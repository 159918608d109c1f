import {
  assessMany,
  compare,
  isDriftError,
  nannymlChunks,
  presets,
  runPreset,
  runPresetOnFeatures,
} from '@soundcheck/drift';
import type { DriftError, NannymlResult } from '@soundcheck/drift';
import type { Answer } from '../answer.ts';
import type { Samples } from './samples.ts';

/** Gets its samples ready, which is not timed; what it returns is. */
type Job = (samples: Samples) => () => Answer;

function must<T extends object>(result: T | DriftError): T {
  if (isDriftError(result)) {
    throw new Error(result.message);
  }
  return result;
}

/** A job on the one feature of a data set. */
function onPair(run: (reference: Float64Array, current: Float64Array) => number[]): Job {
  return ({ reference: [p = new Float64Array()], current: [q = new Float64Array()] }) => {
    return () => ({ values: run(p, q) });
  };
}

function namedFeatures({ reference, current }: Samples) {
  return reference.map((rows, i) => ({ feature: `f${i}`, reference: rows, current: current[i] ?? [] }));
}

/** The chunks of all features one after another, and their limits, which are 0 but for rounding of one chunk. */
function ofChunks(results: readonly NannymlResult[]): Answer {
  const all = results.flatMap(({ chunks }) => chunks);
  const limits = results.filter(({ referenceValues }) => referenceValues.length > 1).map(({ rule }) => rule.limit);
  return {
    values: [...all.map(({ value }) => value), ...limits],
    drifted: all.map(({ drift }) => drift),
  };
}

/** Every feature's reference and current rows in so many chunks of equal size. */
function inChunks(count: number): Job {
  return ({ reference, current }) => {
    const chunked = current.map((rows) => {
      const size = rows.length / count;
      return Array.from({ length: count }, (_, i) => rows.subarray(i * size, (i + 1) * size));
    });
    return () =>
      ofChunks(
        reference.map((rows, i) => must(nannymlChunks(rows, chunked[i] ?? [], { chunkSize: rows.length / count })))
      );
  };
}

/** Adds up both samples: the least that any job must do. */
function pass(samples: readonly Float64Array[]): number {
  let sum = 0;
  for (const sample of samples) {
    for (let i = 0; i < sample.length; i++) {
      sum += sample[i] ?? NaN;
    }
  }
  return sum;
}

export const jobs = {
  nothing: () => () => ({ values: [] }),
  ks: onPair((p, q) => {
    const { value, pValue = NaN } = must(compare('ks', p, q));
    return [value, pValue];
  }),
  wasserstein: onPair((p, q) => [must(compare('wasserstein', p, q)).value]),
  'psi-equal-width': onPair((p, q) => {
    return [must(compare('psi', p, q, { rule: 'equal-width', bins: 30, outside: 'outer-bins' })).value];
  }),
  'psi-quantile': onPair((p, q) => [must(compare('psi', p, q)).value]),
  'evidently-preset': (samples) => {
    const features = namedFeatures(samples);
    return () => {
      const results = runPresetOnFeatures(presets.evidently, features);
      const values = results.features.map(({ result }) => must(result).comparison.value);
      const drifted = results.features.map(({ drift = false }) => drift);
      const { nDrifted } = must(results.dataSet);
      return { values: [...values, nDrifted], drifted };
    };
  },
  'assess-many': (samples) => {
    const features = namedFeatures(samples);
    return () => {
      const { assessments } = assessMany(features);
      return {
        values: assessments.map(({ comparison }) => comparison?.value ?? NaN),
        drifted: assessments.map(({ state }) => state === 'drift'),
      };
    };
  },
  'nannyml-one-chunk': inChunks(1),
  'nannyml-preset':
    ({ reference, current }) =>
    () => {
      const results = reference.map((rows, i) => must(runPreset(presets.nannyml, rows, current[i] ?? [])));
      return {
        values: results.map(({ comparison }) => comparison.value),
        drifted: results.map(({ drift }) => drift),
      };
    },
  'nannyml-chunks': inChunks(100),
  'one-pass': onPair((p, q) => [pass([p, q])]),
  'one-sort': onPair((p, q) => [p, q].map((rows) => rows.slice().sort()[0] ?? NaN)),
} as const satisfies Record<string, Job>;

export type OurJob = keyof typeof jobs;
