import type { Cells } from './read-rows.ts';
import type { Column, FeatureRows } from './understood.ts';

interface Pair {
  unit?: string;
  reference: Cells['cells'];
  current: Cells['cells'];
}

/** Puts the two sides of each feature together. Cells without a side are current: there is a reference beside them. */
export function pairSides(all: readonly Cells[]): FeatureRows[] {
  const features = new Map<string, Pair>();
  for (const { feature, side, unit, cells } of all) {
    const pair: Pair = features.get(feature) ?? { reference: [], current: [], ...(unit && { unit }) };
    features.set(feature, pair);
    const target = side === 'reference' ? pair.reference : pair.current;
    for (const cell of cells) {
      target.push(cell);
    }
  }
  return [...features].map(([feature, { reference, current, unit }]) => {
    const numeric = isNumeric(reference) && isNumeric(current);
    return {
      feature,
      ...(unit && { unit }),
      ...(reference.length > 0 && { reference: toColumn(reference, numeric) }),
      ...(current.length > 0 && { current: toColumn(current, numeric) }),
    };
  });
}

/** Numeric unless some cell is text or a boolean: one text makes both sides categories. */
function isNumeric(cells: Cells['cells']): boolean {
  return cells.every((cell) => cell === null || typeof cell === 'number');
}

function toColumn(cells: Cells['cells'], numeric: boolean): Column {
  return numeric
    ? { kind: 'numeric', values: cells.map((cell) => (typeof cell === 'number' ? cell : NaN)) }
    : { kind: 'categorical', values: cells.map((cell) => (cell === null || cell === '' ? null : String(cell))) };
}
