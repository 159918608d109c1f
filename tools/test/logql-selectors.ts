/** The stream selectors of a LogQL expression, without their braces: outside strings a brace begins nothing else. */
export function streamSelectors(expression: string): string[] {
  const selectors: string[] = [];
  const tokens = expression.matchAll(/"(?:[^"\\]|\\.)*"|`[^`]*`|\{((?:"(?:[^"\\]|\\.)*"|`[^`]*`|[^}"`])*)\}/g);
  for (const [, matchers] of tokens) {
    if (matchers !== undefined) {
      selectors.push(matchers);
    }
  }
  return selectors;
}
