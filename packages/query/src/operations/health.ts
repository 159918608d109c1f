import type { Operation } from '../core/io.ts';
import { CoreError } from '../core/io.ts';
import type { Context, Operations } from '../core/operations.ts';
import type { ServiceReport } from './resources/resources.ts';
import { inspectService } from './service/report.ts';

function count(n: number, noun: string): string {
  return `${n} ${noun}${n === 1 ? '' : 's'}`;
}

function greeting({ family, apiVersion, models, schedules }: ServiceReport): string {
  const name = `TrustyAI, ${family} service${apiVersion ? ` (API ${apiVersion})` : ''}`;
  if (models.length > 0) {
    return `${name} answers with ${count(models.length, 'model')} and ${count(schedules, 'schedule')}.`;
  }
  const hint = family === 'Java' ? '' : ' Upload reference data or send inferences first.';
  return `${name} answers, but knows no model yet.${hint}`;
}

/** Says which service answers, what it knows and what is wrong, or in one sentence why not. Never throws for the service's faults. */
export function* health(context: Context): Operation<Operations['health']['output']> {
  try {
    const { report, problems } = yield* inspectService(context);
    const link =
      report.models.length > 0 && !context.settings.prometheusUid
        ? ['Link a Prometheus data source to see scores over time.']
        : [];
    return { status: 'ok', message: [greeting(report), ...problems, ...link].join(' '), details: { ...report } };
  } catch (error) {
    if (error instanceof CoreError) {
      return { status: 'error', message: error.message };
    }
    throw error;
  }
}
