/**
 * Grafana fills in $VARIABLES in labels, names and settings of provisioned alerting files, and reads "$$" as "$".
 * Annotations and query models it leaves alone: nothing may be escaped there.
 */
export function escapeDollars(text: string): string {
  return text.replaceAll('$', '$$$$');
}

/** The same for a text with ${VARIABLES} that Grafana shall fill in. */
export function escapeDollarsBetweenVariables(text: string): string {
  return text
    .split(/(\$\{[A-Za-z_][A-Za-z0-9_]*\})/)
    .map((part, index) => (index % 2 === 1 ? part : escapeDollars(part)))
    .join('');
}
