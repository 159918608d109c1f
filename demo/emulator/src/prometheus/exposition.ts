import { floatText } from './float-text.ts';
import type { Gauges, Labels } from './gauges.ts';

/** `{a="1",b="2"}`, or nothing without labels. */
export function labelText(labels: Labels): string {
  const parts = Object.entries(labels).map(([name, value]) => `${name}="${escaped(value)}"`);
  return parts.length > 0 ? `{${parts.join()}}` : '';
}

function escaped(value: string): string {
  return value.replace(/\\/g, '\\\\').replace(/\n/g, '\\n').replace(/"/g, '\\"');
}

/** All gauges in the Prometheus text format. */
export function exposition(gauges: Gauges): string {
  const lines: string[] = [];
  for (const { name, series } of gauges.families()) {
    lines.push(`# HELP ${name} TrustyAI metric: ${name}`, `# TYPE ${name} gauge`);
    for (const one of series) lines.push(`${name}${labelText(one.labels)} ${floatText(one.value)}`);
  }
  return lines.length > 0 ? `${lines.join('\n')}\n` : '';
}
