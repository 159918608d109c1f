import type { Operation } from '../core/io.ts';
import { CoreError } from '../core/io.ts';
import type { Context, Operations } from '../core/operations.ts';
import { detect } from './service/detect.ts';

const DIALECT_NAME = { java: 'Java', python: 'Python' } as const;

function count(n: number, noun: string): string {
  return `${String(n)} ${noun}${n === 1 ? '' : 's'}`;
}

/** Says which service answers and what it knows, or in one sentence why not. Never throws for the service's faults. */
export function* health(context: Context): Operation<Operations['health']['output']> {
  try {
    const service = yield* detect(context);
    const { dialect, evidence, apiVersion, models } = service;
    const name = `TrustyAI, ${DIALECT_NAME[dialect]} service${apiVersion ? ` (API ${apiVersion})` : ''}`;
    const details = {
      dialect,
      evidence,
      models: models.map((model) => model.id),
      ...(apiVersion ? { apiVersion } : {}),
    };
    if (models.length === 0) {
      const hint =
        dialect === 'java'
          ? 'A Java service on a PVC also lists none after a restart, until new data arrives.'
          : 'Upload reference data or send inferences first.';
      return { status: 'ok', message: `${name} answers, but knows no model yet. ${hint}`, details };
    }
    const prometheus = context.settings.prometheusUid ? '' : ' Link a Prometheus data source to see scores over time.';
    return { status: 'ok', message: `${name} answers with ${count(models.length, 'model')}.${prometheus}`, details };
  } catch (error) {
    if (error instanceof CoreError) {
      return { status: 'error', message: error.message };
    }
    throw error;
  }
}
