import type { BareLoop } from './bare-loops.ts';

/** Shares of the reference. */
function sharesOf(reference: Float64Array): Float64Array {
  let rows = 0;
  for (let i = 0; i < reference.length; i++) {
    rows += reference[i] ?? 0;
  }
  return reference.map((count) => count / rows);
}

const psi: BareLoop = (reference, counts, values) => {
  const p = sharesOf(reference);
  const cells = p.length;
  for (let chunk = 0; chunk < values.length; chunk++) {
    const from = chunk * cells;
    let rows = 0;
    for (let i = 0; i < cells; i++) {
      rows += counts[from + i] ?? 0;
    }
    let sum = 0;
    for (let i = 0; i < cells; i++) {
      const a = p[i] ?? 0;
      const b = (counts[from + i] ?? 0) / rows;
      sum += (b - a) * Math.log(b / a);
    }
    values[chunk] = sum;
  }
};

const kullbackLeibler: BareLoop = (reference, counts, values) => {
  const p = sharesOf(reference);
  const cells = p.length;
  for (let chunk = 0; chunk < values.length; chunk++) {
    const from = chunk * cells;
    let rows = 0;
    for (let i = 0; i < cells; i++) {
      rows += counts[from + i] ?? 0;
    }
    let sum = 0;
    for (let i = 0; i < cells; i++) {
      const a = p[i] ?? 0;
      const b = (counts[from + i] ?? 0) / rows;
      sum += b * Math.log(b / a);
    }
    values[chunk] = sum;
  }
};

const jensenShannon: BareLoop = (reference, counts, values) => {
  const p = sharesOf(reference);
  const cells = p.length;
  for (let chunk = 0; chunk < values.length; chunk++) {
    const from = chunk * cells;
    let rows = 0;
    for (let i = 0; i < cells; i++) {
      rows += counts[from + i] ?? 0;
    }
    let sum = 0;
    for (let i = 0; i < cells; i++) {
      const a = p[i] ?? 0;
      const b = (counts[from + i] ?? 0) / rows;
      const m = (a + b) / 2;
      const v = (a - b) / (a + b);
      sum +=
        Math.abs(v) < 0.5
          ? (m / 2) * (Math.log1p(-v * v) + 2 * v * Math.atanh(v))
          : (a * Math.log(a / m) + b * Math.log(b / m)) / 2;
    }
    values[chunk] = Math.sqrt(sum);
  }
};

const hellinger: BareLoop = (reference, counts, values) => {
  const p = sharesOf(reference);
  const cells = p.length;
  for (let chunk = 0; chunk < values.length; chunk++) {
    const from = chunk * cells;
    let rows = 0;
    for (let i = 0; i < cells; i++) {
      rows += counts[from + i] ?? 0;
    }
    let sum = 0;
    for (let i = 0; i < cells; i++) {
      const a = p[i] ?? 0;
      const b = (counts[from + i] ?? 0) / rows;
      const gap = Math.sqrt(a) - Math.sqrt(b);
      sum += (gap * gap) / 2;
    }
    values[chunk] = Math.sqrt(sum);
  }
};

const totalVariation: BareLoop = (reference, counts, values) => {
  const p = sharesOf(reference);
  const cells = p.length;
  for (let chunk = 0; chunk < values.length; chunk++) {
    const from = chunk * cells;
    let rows = 0;
    for (let i = 0; i < cells; i++) {
      rows += counts[from + i] ?? 0;
    }
    let sum = 0;
    for (let i = 0; i < cells; i++) {
      const a = p[i] ?? 0;
      const b = (counts[from + i] ?? 0) / rows;
      sum += Math.abs(a - b) / 2;
    }
    values[chunk] = sum;
  }
};

const bhattacharyya: BareLoop = (reference, counts, values) => {
  const p = sharesOf(reference);
  const cells = p.length;
  for (let chunk = 0; chunk < values.length; chunk++) {
    const from = chunk * cells;
    let rows = 0;
    for (let i = 0; i < cells; i++) {
      rows += counts[from + i] ?? 0;
    }
    let sum = 0;
    for (let i = 0; i < cells; i++) {
      const a = p[i] ?? 0;
      const b = (counts[from + i] ?? 0) / rows;
      const gap = Math.sqrt(a) - Math.sqrt(b);
      sum += gap * gap;
    }
    values[chunk] = -Math.log1p(-sum / 2);
  }
};

/** The formulas of shares. */
export const bareShares = {
  psi,
  'kullback-leibler': kullbackLeibler,
  'jensen-shannon': jensenShannon,
  hellinger,
  'total-variation': totalVariation,
  bhattacharyya,
  // Written as ½ Σ |p − q|, as we have it.
  'histogram-intersection': totalVariation,
};
