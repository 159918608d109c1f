import { formatCount } from '@soundcheck/query';

/** No locale: a screenshot, a test and two viewers of one dashboard read the same. */

/** Three significant digits at most, no exponent between 0.001 and a million: 0.312, 12.3, 1,234, 4e-7. */
export function formatNumber(value: number): string {
  if (Number.isNaN(value)) {
    return 'NaN';
  }
  if (!Number.isFinite(value)) {
    return value > 0 ? '∞' : '−∞';
  }
  const size = Math.abs(value);
  const sign = value < 0 ? '−' : '';
  if (size === 0) {
    return '0';
  }
  if (size >= 1e6 || size < 1e-4) {
    return sign + size.toExponential(1).replace('e+', 'e').replace('.0e', 'e');
  }
  if (size >= 1000) {
    return sign + formatCount(size);
  }
  return sign + String(Number(size.toPrecision(3)));
}

/** "<0.001", "0.004", "0.19", "1". Tiny negative p-values of the Java service are 0. */
export function formatP(p: number | undefined): string {
  if (p === undefined || Number.isNaN(p)) {
    return '–';
  }
  if (p < 0.001) {
    return '<0.001';
  }
  return p < 0.01 ? p.toFixed(3) : String(Number(p.toFixed(2)));
}

/** As `formatP`, with its sign: "p <0.001", "p = 0.19". */
export function formatPWithSign(p: number): string {
  const text = formatP(p);
  return text.startsWith('<') ? `p ${text}` : `p = ${text}`;
}

/** Effect ÷ limit with one digit, ">99" beyond that. */
export function formatEffect(effect: number | undefined): string {
  if (effect === undefined || Number.isNaN(effect)) {
    return '–';
  }
  // 0.96 must not read 1.0, the limit itself; 1.04 is over it.
  if (effect < 1 && effect >= 0.95) {
    return '0.9';
  }
  return effect >= 99.5 ? '>99' : effect.toFixed(effect >= 9.95 ? 0 : 1);
}

/** "1 feature", "13 features". */
export function plural(n: number, noun: string): string {
  return `${formatCount(n)} ${noun}${n === 1 ? '' : 's'}`;
}

/** "a", "a and b", "a, b and 3 more"; never "1 more", which takes no less room than its name. */
export function listNames(names: readonly string[], most: number): string {
  const shown = names.length === most + 1 ? names : names.slice(0, most);
  const rest = names.length - shown.length;
  if (rest > 0) {
    return `${shown.join(', ')} and ${formatCount(rest)} more`;
  }
  const last = shown[shown.length - 1];
  return shown.length > 1 && last !== undefined ? `${shown.slice(0, -1).join(', ')} and ${last}` : (last ?? '');
}
