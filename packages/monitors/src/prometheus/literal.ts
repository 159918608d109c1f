/**
 * JSON that readers of YAML and templates of Go take for the same: line ends that only some of them know are escapes.
 * @param value anything that JSON can hold
 */
export function literal(value: unknown): string {
  return JSON.stringify(value).replaceAll(/[\u0085\u2028\u2029\uFEFF]/g, (found) => {
    return `\\u${found.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
}
