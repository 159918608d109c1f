import { floatText } from '../../prometheus/float-text.ts';
import type { Gauges } from '../../prometheus/gauges.ts';
import { labelPairs } from '../../prometheus/label-text.ts';

/** All gauges in the Prometheus text format. */
export function exposition(gauges: Gauges): string {
  const lines: string[] = [];
  for (const { name, series } of gauges.families()) {
    lines.push(`# HELP ${name} TrustyAI metric: ${name}`, `# TYPE ${name} gauge`);
    for (const one of series) lines.push(`${name}{${labelPairs(one.labels)}} ${floatText(one.value)}`);
  }
  return lines.length > 0 ? `${lines.join('\n')}\n` : '';
}
