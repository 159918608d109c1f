import type { MessagePart } from '../contract.ts';
import { messageTemplate } from '../prometheus/template.ts';

/** Four digits are enough to read. NaN, the only number that is not equal to itself, stands where B has no point. */
const NUMBER =
  '{{ with $values.B }}{{ if eq .Value .Value }}{{ printf "%.4g" .Value }}{{ else }}unknown{{ end }}{{ else }}unknown{{ end }}';

/** A message in Grafana's template language; the number is that of query B. */
export function grafanaMessage(parts: readonly MessagePart[]): string {
  return messageTemplate(parts, NUMBER);
}
