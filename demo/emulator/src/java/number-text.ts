/** A double as Java writes it: at least one decimal, and `1.5E-7` outside 0.001 to 10 million. */
export function doubleText(value: number): string {
  return javaText(value, (number) => number.toExponential());
}

/** The same for a 32-bit float: the fewest digits that lead back to it. */
export function floatText(value: number): string {
  return javaText(value, (number) => {
    for (let digits = 0; digits < 9; digits += 1) {
      const short = number.toExponential(digits);
      if (Math.fround(Number(short)) === Math.fround(number)) return short;
    }
    return number.toExponential();
  });
}

function javaText(value: number, exponential: (value: number) => string): string {
  if (!Number.isFinite(value)) return String(value);
  if (value === 0) return Object.is(value, -0) ? '-0.0' : '0.0';
  const sign = value < 0 ? '-' : '';
  const [mantissa = '', exponentText = ''] = exponential(Math.abs(value)).split('e');
  const exponent = Number(exponentText);
  const digits = mantissa.replace('.', '');
  if (exponent < -3 || exponent >= 7) return `${sign}${pointed(digits, 1)}E${exponent}`;
  return exponent < 0 ? `${sign}0.${'0'.repeat(-exponent - 1)}${digits}` : `${sign}${pointed(digits, exponent + 1)}`;
}

/** The digits with a decimal point after so many of them. */
function pointed(digits: string, whole: number): string {
  return `${digits.slice(0, whole).padEnd(whole, '0')}.${digits.slice(whole) || '0'}`;
}
