import { FieldType, toDataFrame, type DataFrame } from '@grafana/data';

const HOUR = 3_600_000;
const FROM = Date.UTC(2026, 10, 9);

/** Numbers between 0 and 1 that are the same in every run (a linear congruential generator, Numerical Recipes' factors). */
function noise(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** The time range of all frames below. */
export const RANGE = { from: FROM, to: FROM + 100 * HOUR };

/**
 * Counts of features over bins, chunk by chunk, and of the reference: one long table as the data contract has it. Every
 * tenth feature moves in the second half.
 */
export function countedFrames(features: number, chunks: number, bins: number): DataFrame[] {
  const random = noise(1);
  const rows: Array<[feature: string, side: string, time: number, start: number, end: number, count: number]> = [];
  for (let f = 0; f < features; f++) {
    for (let chunk = -1; chunk < chunks; chunk++) {
      const moved = f % 10 === 0 && chunk > chunks / 2 ? 2 : 0;
      for (let bin = 0; bin < bins; bin++) {
        const middle = bins / 2 + moved;
        const expected = 100 * Math.exp(-((bin - middle) ** 2) / bins);
        const count = Math.round((chunk < 0 ? 50 : 1) * expected * (0.9 + 0.2 * random()));
        const time = FROM + Math.max(0, chunk) * HOUR;
        rows.push([`feature_${f}`, chunk < 0 ? 'reference' : 'current', time, bin, bin + 1, count]);
      }
    }
  }
  return [
    toDataFrame({
      refId: 'A',
      fields: [
        { name: 'feature', type: FieldType.string, values: rows.map(([feature]) => feature) },
        { name: 'side', type: FieldType.string, values: rows.map(([, side]) => side) },
        { name: 'time', type: FieldType.time, values: rows.map(([, , time]) => time) },
        { name: 'x_min', type: FieldType.number, values: rows.map(([, , , start]) => start) },
        { name: 'x_max', type: FieldType.number, values: rows.map(([, , , , end]) => end) },
        { name: 'count', type: FieldType.number, values: rows.map(([, , , , , count]) => count) },
      ],
    }),
  ];
}

/** Raw rows, a column a feature: a reference and a current frame. Every tenth feature moves by half a deviation. */
export function rowFrames(features: number, rows: number): DataFrame[] {
  return ['reference', 'B'].map((refId, side) => {
    const random = noise(side + 7);
    const times = Array.from({ length: rows }, (_, row) => FROM + (row * 100 * HOUR) / rows);
    const columns = Array.from({ length: features }, (_, f) => {
      const shift = side === 1 && f % 10 === 0 ? 0.15 : 0;
      return Array.from({ length: rows }, () => random() + random() + random() + shift);
    });
    return toDataFrame({
      refId,
      fields: [
        { name: 'time', type: FieldType.time, values: times },
        ...columns.map((values, f) => ({ name: `feature_${f}`, type: FieldType.number, values })),
      ],
    });
  });
}
