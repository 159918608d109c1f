/** U+FFFD as it stands is a syntax error to Prometheus, which takes it for broken UTF-8. */
const REPLACEMENT = '\\ufffd';

/** Line ends and marks that some readers of YAML, in which rules stand, take for more than text. */
const YAML_MARKS = '\u0085\u2028\u2029\uFEFF';

/** Grafana replaces $name, ${name}, [[name]] and $__interval in an expression, inside strings too: names are no variables. */
const VARIABLES = '$[';

/**
 * Text as a PromQL string literal. Everything that is not printable ASCII-safe in a Go string literal is escaped; other
 * Unicode stands as it is.
 */
export function quoteString(text: string): string {
  let quoted = '"';
  for (const char of text) {
    const code = char.codePointAt(0) ?? 0;
    if (char === '"' || char === '\\') {
      quoted += `\\${char}`;
    } else if (code < 0x20 || code === 0x7f || VARIABLES.includes(char)) {
      quoted += `\\x${code.toString(16).padStart(2, '0')}`;
    } else if (char === '\uFFFD' || (code >= 0xd800 && code <= 0xdfff)) {
      // A lone surrogate is no text: UTF-8 cannot carry it, and everybody writes U+FFFD for it.
      quoted += REPLACEMENT;
    } else if (YAML_MARKS.includes(char)) {
      quoted += `\\u${code.toString(16).padStart(4, '0')}`;
    } else {
      quoted += char;
    }
  }
  return `${quoted}"`;
}

const RE2_SPECIAL = '\\.+*?()|[]{}^$';

/** Text as a part of a regular expression (RE2) that matches exactly itself. */
export function quoteRegex(text: string): string {
  let quoted = '';
  for (const char of text) {
    quoted += RE2_SPECIAL.includes(char) ? `\\${char}` : char;
  }
  return quoted;
}

/** A matcher for one of several values: `=` for one, `=~` for more, none for none. */
export function matchAny(label: string, values: readonly string[]): string[] {
  const [first, ...rest] = values;
  if (first === undefined) {
    return [];
  }
  if (rest.length === 0) {
    return [`${label}=${quoteString(first)}`];
  }
  return [`${label}=~${quoteString(values.map(quoteRegex).join('|'))}`];
}
