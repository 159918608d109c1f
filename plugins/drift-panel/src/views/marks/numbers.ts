/** Numbers that are not values of a feature: shares, counts, densities; written as the browser's language writes them. */
const inLocale = (options: Intl.NumberFormatOptions) => new Intl.NumberFormat(undefined, options);

// Each is made once: making one takes longer than writing a hundred numbers, and a chart writes hundreds at every move.
const whole = inLocale({ maximumFractionDigits: 0 });
const oneDecimal = inLocale({ maximumFractionDigits: 1 });
const twoDecimals = inLocale({ maximumFractionDigits: 2 });
const threeDigits = inLocale({ maximumSignificantDigits: 3 });
const compact = inLocale({ notation: 'compact', maximumSignificantDigits: 2 });

/** 0.213 → "21.3 %", 0.004 → "0.4 %", "<0.01 %" for what would round to nothing. */
export function shareText(share: number): string {
  if (!Number.isFinite(share)) {
    return '–';
  }
  const percent = share * 100;
  const size = Math.abs(percent);
  if (size > 0 && size < 0.01) {
    return `<${twoDecimals.format(0.01)} %`;
  }
  return `${(size >= 0.1 ? oneDecimal : twoDecimals).format(percent)} %`.replace('-', '−');
}

/** With its sign, as a difference of shares: "+2.1 points", "−12 points". */
export function pointsText(difference: number): string {
  if (!Number.isFinite(difference)) {
    return '–';
  }
  const text = oneDecimal.format(Math.abs(difference) * 100);
  return `${signOf(difference, text)}${text}`;
}

function signOf(value: number, text: string): string {
  return /[1-9]/.test(text) ? (value < 0 ? '−' : '+') : '±';
}

export function countText(count: number): string {
  return Number.isFinite(count) ? whole.format(count) : '–';
}

/** Three significant digits, for densities and other small numbers. */
export function shortText(value: number): string {
  return isTiny(value)
    ? exponent(value, 2)
    : Number.isFinite(value)
      ? threeDigits.format(value).replace('-', '−')
      : '–';
}

/** As short as a number gets: "1.2M", "35K", "4e-9". */
export function compactText(value: number): string {
  return isTiny(value) ? exponent(value, 1) : Number.isFinite(value) ? compact.format(value).replace('-', '−') : '–';
}

/** Too many zeros to be read. */
function isTiny(value: number): boolean {
  return value !== 0 && Math.abs(value) < 1e-4;
}

function exponent(value: number, digits: number): string {
  return String(Number(value.toPrecision(digits + 1)).toExponential()).replace(/^-/, '−');
}
