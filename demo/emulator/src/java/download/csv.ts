import type { Frame, StoredModel } from '../storage/stored-model.ts';
import { valueText } from '../storage/typed-value.ts';

/** The given rows of a frame as text: names in force, then tag, id and epoch milliseconds, quoted without escapes. */
export function csvOf(model: StoredModel, frame: Frame, rows: readonly number[]): string {
  const columns = model.specs.map((spec) => ({ spec, values: frame.columns.get(spec.name) ?? [] }));
  const names = columns.map(({ spec }) => model.nameInForce(spec.name));
  const header = [...names, '_trustyai_tag', '_trustyai_id', '_trustyai_timestamp'].map(quoted);
  const lines = rows.map((row) => {
    const cells = columns.map(({ spec, values }) => valueText(values[row] ?? NaN, spec.type));
    const mark = frame.marks[row];
    return [...cells, ...[mark?.tag, mark?.id, Math.floor(mark?.time ?? NaN)].map(quoted)];
  });
  return [header, ...lines].map((line) => `${line.join()}\n`).join('');
}

function quoted(value: unknown): string {
  return `"${String(value)}"`;
}
