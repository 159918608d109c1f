import { isRecord } from '../../record.ts';
import { metricsLeftOut, modelsLeftOut } from './not-played.ts';
import type { Exchange } from '../recordings.ts';

/** A recorded JSON reply without what the emulator cannot have: models and metrics that were not played. */
export function expectedJson(exchange: Exchange): unknown {
  const value: unknown = JSON.parse(exchange.reply);
  if (exchange.path.startsWith('/info') && isRecord(value)) {
    for (const model of modelsLeftOut) delete value[model];
    for (const info of Object.values(value)) {
      const counts = metricCounts(info);
      for (const metric of metricsLeftOut) delete counts?.[metric];
    }
  }
  return value;
}

function metricCounts(info: unknown): Record<string, unknown> | undefined {
  const metrics = isRecord(info) ? info['metrics'] : undefined;
  const scheduled = isRecord(metrics) ? metrics['scheduledMetadata'] : undefined;
  const counts = isRecord(scheduled) ? scheduled['metricCounts'] : undefined;
  return isRecord(counts) ? counts : undefined;
}

/**
 * The lines of a metrics text that can be compared: those the recording was cut to, of the service's own gauges, and
 * none of metrics or models that were not played.
 */
export function comparableLines(text: string, exchange: Exchange): string[] {
  const cut = /body cut to the lines that match \/(.*)\/\]/.exec(exchange.note)?.[1];
  const kept = new RegExp(cut ?? '.');
  const gauges = metricsLeftOut.map((metric) => `trustyai_${metric.toLowerCase()}`);
  return text.split('\n').filter((line) => {
    const name = /^(?:# (?:HELP|TYPE) )?(\w+)/.exec(line)?.[1] ?? '';
    const model = /model(?:Id)?="([^"]*)"/.exec(line)?.[1] ?? '';
    return kept.test(line) && name.startsWith('trustyai_') && !gauges.includes(name) && !modelsLeftOut.includes(model);
  });
}
