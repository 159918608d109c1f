import type { Reply } from '../../http/wire.ts';
import type { Gauges } from '../../prometheus/gauges.ts';
import { labelPairs } from '../../prometheus/label-text.ts';
import { doubleText } from '../number-text.ts';

/** All gauges as OpenMetrics text. */
export function openMetrics(gauges: Gauges): Reply {
  const lines: string[] = [];
  for (const { name, series } of gauges.families()) {
    lines.push(`# TYPE ${name} gauge`, `# HELP ${name}  `);
    for (const { labels, value } of series) lines.push(`${name}{${labelPairs(labels)}} ${valueText(value)}`);
  }
  const contentType = 'application/openmetrics-text; version=1.0.0; charset=utf-8';
  return { status: 200, contentType, body: [...lines, '# EOF\n'].join('\n') };
}

/** All gauges in the older text format, with a comma after the last label. */
export function plainText(gauges: Gauges): Reply {
  const lines: string[] = [];
  for (const { name, series } of gauges.families()) {
    lines.push(`# HELP ${name}  `, `# TYPE ${name} gauge`);
    for (const { labels, value } of series) lines.push(`${name}{${labelPairs(labels)},} ${valueText(value)}`);
  }
  const contentType = 'text/plain; version=0.0.4; charset=utf-8';
  return { status: 200, contentType, body: lines.map((line) => `${line}\n`).join('') };
}

function valueText(value: number): string {
  if (value === Infinity) return '+Inf';
  return value === -Infinity ? '-Inf' : doubleText(value);
}
