import type { MessagePart, Rule } from '../contract.ts';
import { literal } from './literal.ts';

/** Text that no template takes for its own. Line ends that only some readers of YAML know are written as escapes. */
export function plain(text: string): string {
  // A single "{" too: a template may follow it.
  return text.replaceAll(/\{+|[\u0085\u2028\u2029\uFEFF]/g, (found) => `{{ ${literal(found)} }}`);
}

/** Labels of the recorded score that belongs to an alert. */
const SCORE_LABELS = ['namespace', 'model', 'feature', 'value_is'] as const;

function numberOf({ kind, labels, valueExpr }: Rule): string {
  const shown = '{{ . | first | value | printf "%.4g" }}{{ else }}unknown{{ end }}';
  const { monitor } = labels;
  if (monitor !== undefined && (kind === 'drift' || kind === 'fairness')) {
    const matchers = [...SCORE_LABELS, 'monitor'].map((label) => `${label}=%q`).join(',');
    const values = [...SCORE_LABELS.map((label) => `$labels.${label}`), literal(monitor)].join(' ');
    return `{{ with printf \`soundcheck:score{${matchers}}\` ${values} | query }}${shown}`;
  }
  return valueExpr === undefined ? 'unknown' : `{{ with query ${literal(valueExpr)} }}${shown}`;
}

function choice(entries: ReadonlyArray<readonly [string, string]>): string {
  const [first, ...rest] = entries;
  if (first === undefined) {
    return '';
  }
  const [kind, text] = first;
  return rest.length === 0
    ? plain(text)
    : `{{ if eq $labels.value_is ${literal(kind)} }}${plain(text)}{{ else }}${choice(rest)}{{ end }}`;
}

function written(part: MessagePart, number: string): string {
  if ('text' in part) {
    return plain(part.text);
  }
  if ('label' in part) {
    return `{{ $labels.${part.label}${part.inUrl ? ' | urlquery' : ''} }}`;
  }
  return 'value' in part ? number : choice(Object.entries(part.byValueIs));
}

/**
 * A message in the template language that Prometheus and Grafana share.
 * @param number template of the alert's number, in which they differ
 */
export function messageTemplate(parts: readonly MessagePart[], number: string): string {
  return parts.map((part) => written(part, number)).join('');
}

/** A message as a Prometheus template. Numbers are read from `soundcheck:score` as recorded in the same evaluation. */
export function template(parts: readonly MessagePart[], rule: Rule): string {
  return messageTemplate(parts, numberOf(rule));
}
