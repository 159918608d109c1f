import type { MessagePart } from '../contract.ts';
import { escapeTemplate } from './escape.ts';

/** Four digits are enough to read. NaN, the only number that is not equal to itself, stands where B has no point. */
const NUMBER =
  '{{ with $values.B }}{{ if eq .Value .Value }}{{ printf "%.4g" .Value }}{{ else }}unknown{{ end }}{{ else }}unknown{{ end }}';

function choice(entries: ReadonlyArray<readonly [string, string]>): string {
  const [first, ...rest] = entries;
  if (first === undefined) {
    return '';
  }
  const [valueIs, text] = first;
  return rest.length === 0
    ? escapeTemplate(text)
    : `{{ if eq $labels.value_is ${JSON.stringify(valueIs)} }}${escapeTemplate(text)}{{ else }}${choice(rest)}{{ end }}`;
}

function written(part: MessagePart): string {
  if ('text' in part) {
    return escapeTemplate(part.text);
  }
  if ('label' in part) {
    return part.inUrl ? `{{ $labels.${part.label} | urlquery }}` : `{{ $labels.${part.label} }}`;
  }
  return 'value' in part ? NUMBER : choice(Object.entries(part.byValueIs));
}

/** A message in Grafana's template language; the number is that of query B. */
export function grafanaMessage(parts: readonly MessagePart[]): string {
  return parts.map(written).join('');
}
