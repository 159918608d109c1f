import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { isRecord } from '../../record.ts';
import { recordingsFolder } from '../../contract/recordings.ts';

/** Columns by name, rows in the order they were stored. */
export type Columns = Map<string, Float64Array>;

/** The numbers of the recorded exchanges with the Java service; test support. */
export class Recorded {
  constructor(private readonly folder: string) {}

  /** Undefined without SOUNDCHECK_RECORDINGS. */
  static open(): Recorded | undefined {
    const folder = recordingsFolder();
    return folder === undefined ? undefined : new Recorded(folder);
  }

  /** A file of the data folder. */
  data(file: string): unknown {
    return JSON.parse(readFileSync(join(this.folder, 'data', file), 'utf8'));
  }

  private exchange(name: string): unknown {
    const java = join(this.folder, 'java');
    const file = readdirSync(java).find((one) => one.slice(4) === `${name}.json`);
    if (file === undefined) throw new Error(`There is no recorded exchange ${name}.`);
    return JSON.parse(readFileSync(join(java, file), 'utf8'));
  }

  /** The columns an upload or the two halves of a cloud event brought. */
  columns(...names: string[]): Columns {
    return new Map(names.flatMap((name) => [...columnsOf(at(this.exchange(name), 'request', 'body'))]));
  }

  /** The body of the request; of the reply, parsed. */
  request(name: string): unknown {
    return at(this.exchange(name), 'request', 'body');
  }

  reply(name: string): unknown {
    return JSON.parse(String(at(this.exchange(name), 'response', 'body')));
  }

  /** The p-values of a one-shot reply by column; NaN is text there. */
  namedValues(name: string): [string, number][] {
    return Object.entries(record(at(this.reply(name), 'namedValues'))).map(([column, p]) => [column, Number(p)]);
  }

  /** The series of a metric in a metrics text: by subcategory, '' without one. */
  series(name: string, metric: string): [string, number][] {
    const lines = String(at(this.exchange(name), 'response', 'body')).split('\n');
    return lines
      .filter((line) => line.startsWith(`trustyai_${metric}{`))
      .map((line) => [/subcategory="([^"]*)"/.exec(line)?.[1] ?? '', Number(line.slice(line.lastIndexOf(' ')))]);
  }

  /** The fitting that the schedule of a metric on the credit data lists. */
  fitting(metricName: string): Record<string, unknown> {
    const requests = list(at(this.reply('all-requests'), 'requests')).map((item) => record(at(item, 'request')));
    const schedule = requests.find((request) => request['metricName'] === metricName);
    return record(schedule?.['fitting'] ?? schedule?.['sketchFitting']);
  }

  creditReference(): Columns {
    return columnsOf(this.data('credit-training.upload.json'));
  }

  /** The first `rows` inference rows, 600 at most. */
  creditInferences(rows: number): Columns {
    const batches = list(at(this.data('credit-inference-batches.json'), 'batches'));
    const inputs = batches.flatMap((batch) => list(at(batch, 'inputs'))).slice(0, rows);
    const outputs = batches.flatMap((batch) => list(at(batch, 'outputs'))).slice(0, rows);
    return new Map([
      ...matrix('credit_inputs', inputs),
      ['predict-0', Float64Array.from(outputs, Number).map(Math.fround)],
    ]);
  }

  /** The first `rows` inference rows of the `window` exchanges, 9000 at most. */
  windowInferences(rows: number): Columns {
    const made = this.data('credit-window-rows.json');
    const picks = list(at(made, 'picks')).slice(0, rows).map(Number);
    const [from, shift] = [Number(at(made, 'shiftedFrom')), Number(at(made, 'shift'))];
    const picked = [...this.creditReference()].map(([name, column]): [string, Float64Array] => [
      name,
      Float64Array.from(picks, (pick) => column[pick] ?? NaN),
    ]);
    const [[first, age] = ['', new Float64Array()], ...others] = picked;
    return new Map([[first, age.map((value, row) => (row < from ? value : value + shift))], ...others]);
  }
}

/** What stands at that path of nested objects. */
export function at(value: unknown, ...path: string[]): unknown {
  return path.reduce((inner, key) => record(inner)[key], value);
}

export function list(value: unknown): unknown[] {
  if (!Array.isArray(value)) throw new Error('expected an array');
  return value;
}

export function record(value: unknown): Record<string, unknown> {
  if (!isRecord(value)) throw new Error('expected an object');
  return value;
}

function columnsOf(body: unknown): Columns {
  const { request, response, inputs, outputs } = record(body);
  const tensors = [at(request ?? {}, 'inputs'), at(response ?? {}, 'outputs'), inputs, outputs];
  return new Map(tensors.flatMap((some) => list(some ?? []).flatMap((tensor) => tensorColumns(record(tensor)))));
}

/** The layouts the recorded exchanges use, named as the service names their columns. */
function tensorColumns({ name, data, shape, datatype }: Record<string, unknown>): [string, Float64Array][] {
  const [rows, [, width]] = [list(data), list(shape)];
  const nested = Array.isArray(rows[0]);
  const alone = named(nested || width === undefined ? String(name) : `${String(name)}-0`, rows.flat());
  const columns = nested && width !== 1 ? matrix(String(name), rows) : [alone];
  return datatype === 'FP32' ? columns.map(([column, values]) => [column, values.map(Math.fround)]) : columns;
}

function matrix(tensor: string, rows: unknown[]): [string, Float64Array][] {
  return list(rows[0]).map((_, column) =>
    named(
      `${tensor}-${column}`,
      rows.map((row) => list(row)[column])
    )
  );
}

function named(column: string, values: unknown[]): [string, Float64Array] {
  return [column, Float64Array.from(values, Number)];
}
