import fc from 'fast-check';
import type { Heatmap } from '../report/heatmap.ts';
import { finish } from '../run/finish.ts';
import { seriate } from './seriate.ts';

function heatmap(rows: readonly number[][]): Heatmap {
  const chunks = rows[0]?.length ?? 0;
  const empty = new Float64Array(rows.length * chunks);
  return {
    title: '',
    from: Float64Array.from({ length: chunks }, (_, i) => i),
    to: Float64Array.from({ length: chunks }, (_, i) => i + 1),
    effect: Float32Array.from(rows.flat()),
    level: new Uint8Array(rows.length * chunks),
    value: empty,
    limit: empty,
    nCurrent: empty,
  };
}

it('puts rows together that drifted at the same times', () => {
  const early = [2, 2, 0, 0, 0, 0];
  const late = [0, 0, 0, 0, 2, 2];
  const calm = [0, NaN, 0.2, 0, 0, 0.1];
  expect(finish(seriate(heatmap([late, early, calm, late, early, calm]), 6))).toEqual([0, 3, 2, 5, 1, 4]);
});

it('is an order of all rows, whatever they hold, and always the same', () => {
  const effect = fc.oneof(fc.double({ min: 0, max: 9 }), fc.constantFrom(NaN, Infinity, 0));
  const rows = fc
    .integer({ min: 1, max: 50 })
    .chain((chunks) =>
      fc.array(fc.array(effect, { minLength: chunks, maxLength: chunks }), { minLength: 1, maxLength: 30 })
    );
  fc.assert(
    fc.property(rows, (list) => {
      const order = finish(seriate(heatmap(list), list.length));
      expect([...order].sort((a, b) => a - b)).toEqual(list.map((_, i) => i));
      expect(finish(seriate(heatmap(list), list.length))).toEqual(order);
    })
  );
});

it('leaves very many rows as they are', () => {
  const rows = Array.from({ length: 2_001 }, (_, i) => [i % 2]);
  expect(finish(seriate(heatmap(rows), rows.length))).toEqual(rows.map((_, i) => i));
});
