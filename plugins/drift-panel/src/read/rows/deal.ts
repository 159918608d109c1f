/** Rows of a frame dealt out to parts (one becomes one table): `part[row]` says to which, −1 to none. */
export interface Deal {
  part: Int32Array;
  /** Rows of each part. */
  sizes: number[];
}

export function newDeal(rows: number): Deal {
  return { part: new Int32Array(rows).fill(-1), sizes: [] };
}

export function dealRow(deal: Deal, row: number, part: number): void {
  deal.part[row] = part;
  deal.sizes[part] = (deal.sizes[part] ?? 0) + 1;
}

/** Where the cells of a column go: an array a part, each filled in the order of rows. */
export interface Dealt<Values> {
  values: Values[];
  next: Int32Array;
}

export function dealt<Values>(deal: Deal, make: (size: number) => Values): Dealt<Values> {
  const values = Array.from(deal.sizes, (size) => make(size ?? 0));
  return { values, next: new Int32Array(values.length) };
}
