/** Four decimals as Python writes them: `1.5000`, `nan`, `-inf`. */
export function fixed4(value: number): string {
  if (Number.isNaN(value)) return 'nan';
  if (!Number.isFinite(value)) return value > 0 ? 'inf' : '-inf';
  return value.toFixed(4);
}
