/** A metric selector in a PromQL expression: its name and the text between its braces. */
export interface Selector {
  name: string;
  matchers: string;
}

const keywords = new Set([
  'and',
  'or',
  'unless',
  'by',
  'without',
  'on',
  'ignoring',
  'group_left',
  'group_right',
  'bool',
  'offset',
  'inf',
  'nan',
]);

/**
 * The selectors of one expression of a dashboard, template variables included.
 * @returns `bare` lists metric names that stand without braces and so have no matcher at all
 */
export function selectorsOf(expression: string): { selectors: Selector[]; bare: string[] } {
  const selectors: Selector[] = [];
  const rest = expression
    .replace(/\$\{[^}]*\}/g, '0')
    .replace(/([a-zA-Z_:][\w:]*)\s*\{((?:[^}"]|"(?:[^"\\]|\\.)*")*)\}/g, (_, name: string, matchers: string) => {
      selectors.push({ name, matchers });
      return ' ';
    })
    .replace(/"(?:[^"\\]|\\.)*"/g, ' ')
    .replace(/\[[^\]]*\]/g, ' ')
    .replace(/\$\w+/g, '0')
    .replace(/\b(by|without|on|ignoring|group_left|group_right)\s*\([^)]*\)/g, ' ');
  const bare = [...rest.matchAll(/(?<![\w.])([a-zA-Z_:][\w:]*)\b(?!\s*\()/g)]
    .map((match) => match[1] ?? '')
    .filter((word) => !keywords.has(word.toLowerCase()));
  return { selectors, bare };
}
