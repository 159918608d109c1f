/** Groups the digits of a whole number: 5000 → "5,000". No locale: the same text everywhere. */
export function formatCount(count: number): string {
  return String(Math.round(count)).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** A number to at most `digits` significant digits, without trailing zeros: 12.5, 12,340, 3.1e-7. */
export function formatNumber(x: number, digits = 4): string {
  if (!Number.isFinite(x)) {
    return x > 0 ? '∞' : x < 0 ? '−∞' : 'none';
  }
  const size = Math.abs(x);
  const rounded = Number(size.toPrecision(digits));
  const sign = x < 0 && rounded !== 0 ? '−' : '';
  return (
    sign + (Number.isInteger(rounded) && rounded >= 10_000 && rounded < 1e15 ? formatCount(rounded) : String(rounded))
  );
}

/** A p-value: 0.04, 3.1e-12, "under 1e-300". Never 0. */
export function formatPValue(p: number): string {
  if (p < 1e-300) {
    return 'under 1e-300';
  }
  return p < 0.001 ? p.toExponential(1) : String(Number(p.toPrecision(2)));
}

/** A share in percent: 21 %, 0.4 %, 0 %. */
export function formatShare(share: number, decimals = 0): string {
  const percent = share * 100;
  const text =
    percent > 0 && percent < 1 ? String(Number(percent.toPrecision(1 + decimals))) : percent.toFixed(decimals);
  return `${text} %`;
}

/** Two shares with as many digits as it takes to tell them apart, three decimals at most. */
export function formatShares(from: number, to: number): [string, string] {
  for (let decimals = 0; decimals < 3; decimals++) {
    const pair: [string, string] = [formatShare(from, decimals), formatShare(to, decimals)];
    if (pair[0] !== pair[1] || from === to) {
      return pair;
    }
  }
  return [formatShare(from, 3), formatShare(to, 3)];
}
