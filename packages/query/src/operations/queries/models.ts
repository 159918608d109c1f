import type { Operation } from '../../core/io.ts';
import type { Context } from '../../core/operations.ts';
import type { Field, Frame } from '../../frames/contract.ts';
import type { Model } from '../../service/model.ts';
import { detect } from '../service/detect.ts';

/** Why a list of models may be empty, and what to do. */
export const NO_MODELS =
  'TrustyAI knows no model yet. Upload reference data or send inferences; a Java service on a PVC also lists none after a restart, until new data arrives.';

function columnCount(model: Model, role: 'input' | 'output'): number {
  return model.columns.filter((column) => column.role === role).length;
}

function numbers(name: string, values: number[], description: string): Field {
  return { name, type: 'number', config: { description }, values: Float64Array.from(values) };
}

/** `models`: a table of what the service knows. */
export function* models(refId: string, context: Context): Operation<Frame[]> {
  const { models: list } = yield* detect(context);
  const failing = list.filter((model) => model.error !== undefined);
  const notices = [
    ...(list.length === 0 ? [{ severity: 'warning' as const, text: NO_MODELS }] : []),
    ...failing.map((model) => ({
      severity: 'warning' as const,
      text: `TrustyAI cannot read the data of ${model.id}: ${model.error ?? ''}`,
    })),
  ];
  return [
    {
      name: 'models',
      refId,
      fields: [
        { name: 'model', type: 'string', values: list.map((model) => model.id) },
        numbers(
          'observations',
          list.map((model) => model.observations),
          'Stored rows, reference rows included'
        ),
        numbers(
          'inputs',
          list.map((model) => columnCount(model, 'input')),
          'Input columns'
        ),
        numbers(
          'outputs',
          list.map((model) => columnCount(model, 'output')),
          'Output columns'
        ),
        numbers(
          'schedules',
          list.map((model) => Object.values(model.scheduled).reduce((sum, n) => sum + n, 0)),
          'Schedules of all metrics'
        ),
      ],
      meta: { preferredVisualisationType: 'table', ...(notices.length > 0 ? { notices } : {}) },
    },
  ];
}
