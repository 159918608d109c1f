import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { catalogueEntries } from '../catalogue/catalogue.ts';
import type { Tag } from '../service/model.ts';
import { diagnose, diagnoseOneShot, noticesOf } from './diagnose.ts';
import { DIAGNOSIS_STATES } from './diagnosis.ts';
import { dialects, info, series } from './evidence-fixtures.ts';
import type { Evidence } from './evidence.ts';

/** What a text says of values that it does not know. */
const unknownValue = /undefined|NaN|Infinity|\[object/;
/** A service may call a column "NaN", and sentences quote it: such names would hide what the law looks for. */
const anyText = fc.string().filter((text) => !unknownValue.test(text));
const word = fc.oneof(fc.constantFrom('m', 'a', 'TRAINING', 's1', '__proto__', '', 'é "x"'), anyText);
const metric = fc.constantFrom(...catalogueEntries.map(({ key }) => key));
const count = fc.oneof(fc.constantFrom(0, 1, 2, 100, 5001, -5, 1e12, 0.5), fc.nat(7000));
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const model = fc.constantFrom('m', 'other');

const anyEvidence: fc.Arbitrary<Evidence> = fc.constantFrom(...dialects).chain((dialect) =>
  fc.record({
    dialect: fc.constant(dialect),
    computesNoDrift: maybe(fc.boolean()),
    model: fc.constant('m'),
    metric: maybe(metric),
    info: maybe(fc.record({ observations: count, error: maybe(word), names: fc.array(word) })).map(
      (made) =>
        made && {
          ...info(made.observations, made.error),
          columns: made.names.map((name) => ({ name, raw: name, role: 'input' as const, type: 'DOUBLE' })),
        }
    ),
    models: maybe(fc.array(word)),
    tags: maybe(
      fc.array(
        fc.record({
          name: word,
          rows: fc.nat(7000),
          kind: fc.constantFrom<Tag['kind']>('reference', 'inference', 'synthetic', 'untagged'),
        }),
        { maxLength: 4 }
      )
    ),
    schedules: fc.array(
      fc.record({
        id: word,
        model,
        metric: maybe(metric),
        serviceMetric: fc.constantFrom('KSTest', 'MEANSHIFT', 'x'),
        requestName: maybe(word),
        batchSize: maybe(count),
        referenceTag: maybe(word),
        features: maybe(fc.array(word, { maxLength: 6 })),
      }),
      { maxLength: 6 }
    ),
    schedulesIncomplete: maybe(fc.boolean()),
    published: fc.array(
      fc
        .record({ request: word, metric, model, requestName: maybe(word), value: fc.double() })
        .map((made) => series(dialect, made.request, made.metric, made)),
      { maxLength: 6 }
    ),
    featureless: maybe(fc.constantFrom(['trustyai_kstest'], [])),
    observationsGauge: maybe(count),
    wanted: maybe(
      fc.array(fc.record({ model, metric, referenceTag: maybe(word), batchSize: maybe(count) }), { maxLength: 3 })
    ),
    serviceBatchSize: count,
    history: maybe(
      fc.record({
        scraped: fc.boolean(),
        observationsGrew: maybe(fc.integer({ min: -10, max: 500 })),
        frozen: maybe(fc.boolean()),
        requests: maybe(fc.array(word, { maxLength: 3 })),
      })
    ),
  })
);

describe('whatever the evidence', () => {
  it('findings come in the order of the states, in sentences, and name what there is', () => {
    fc.assert(
      fc.property(anyEvidence, (evidence) => {
        for (const found of [diagnose(evidence), diagnoseOneShot(evidence)]) {
          const ranks = found.map(({ state }) => DIAGNOSIS_STATES.indexOf(state));
          expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
          for (const { sentence, next, model: whose } of found) {
            expect(sentence).toMatch(/^\S.*\S/s);
            expect(`${sentence}${next}`).not.toMatch(unknownValue);
            expect(next).toMatch(/^[A-Z].*\.$/);
            expect(whose).toBe('m');
          }
          expect(noticesOf(found).length).toBeLessThanOrEqual(6);
        }
      }),
      { numRuns: 3000 }
    );
  });

  it('asked about one metric, nothing is said of another', () => {
    fc.assert(
      fc.property(anyEvidence, metric, (evidence, asked) => {
        const others = diagnose({ ...evidence, metric: asked }).filter(
          (found) => found.metric !== undefined && found.metric !== asked
        );
        expect(others).toEqual([]);
      }),
      { numRuns: 1000 }
    );
  });
});
