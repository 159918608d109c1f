/**
 * A number as the service's Prometheus client writes it: always with a fraction or an exponent, and large positive
 * numbers in exponent form from 10^6 on (`1.7954164187717986e+09`).
 */
export function floatText(value: number): string {
  if (Number.isNaN(value)) return 'NaN';
  if (value === Infinity) return '+Inf';
  if (value === -Infinity) return '-Inf';
  if (Object.is(value, -0)) return '-0.0';
  const [mantissa = '', exponentText = '0'] = value.toExponential().split('e');
  const exponent = Number(exponentText);
  if (exponent < -4 || exponent >= 16) return exponential(mantissa, exponent);
  if (value > 0 && exponent >= 6) return exponential(mantissa, exponent);
  const plain = String(value);
  return plain.includes('.') ? plain : `${plain}.0`;
}

function exponential(mantissa: string, exponent: number): string {
  const sign = exponent < 0 ? '-' : '+';
  return `${mantissa}e${sign}${String(Math.abs(exponent)).padStart(2, '0')}`;
}
