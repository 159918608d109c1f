import { MESSAGE, servingLogs, type LogScope } from './streams.ts';

/** Lines that hold a whole request body, unmasked: to be asked for on purpose only. */
export function loggedRequests(scope: LogScope): string {
  return `${servingLogs(scope)} |= "inputs" ${MESSAGE}`;
}

/** One row of a request: value by feature. */
export type LoggedRow = Map<string, number | string | boolean | null>;

/**
 * The rows of a request body in a log line: KServe's version 2 protocol (`inputs` with `name`, `shape`, `data`) or
 * version 1 (`instances`). The body is the JSON object in the line, or in the `message` of the JSON around it. A tensor
 * of several columns gives `name-0`, `name-1`, …, as TrustyAI calls them.
 * @returns no rows where the line holds no such body, or one that was cut off
 */
export function rowsOfLine(line: string): LoggedRow[] {
  const body = bodyOf(line);
  if (!body) {
    return [];
  }
  const message = body.get('message');
  if (typeof message === 'string') {
    return rowsOfLine(message);
  }
  const inputs = body.get('inputs');
  const instances = body.get('instances');
  return Array.isArray(inputs) ? rowsOfTensors(inputs) : Array.isArray(instances) ? rowsOfInstances(instances) : [];
}

function bodyOf(line: string): Map<string, unknown> | undefined {
  const [from, to] = [line.indexOf('{'), line.lastIndexOf('}')];
  try {
    return fields(JSON.parse(line.slice(from, to + 1)));
  } catch {
    return undefined;
  }
}

function fields(value: unknown): Map<string, unknown> | undefined {
  return typeof value === 'object' && value !== null ? new Map(Object.entries(value)) : undefined;
}

/** Columns of equal length, or nothing: tensors that disagree about the number of rows are no rows. */
function rowsOfTensors(tensors: unknown[]): LoggedRow[] {
  const columns = tensors.flatMap(columnsOf);
  const length = columns[0]?.values.length ?? 0;
  if (columns.some(({ values }) => values.length !== length)) {
    return [];
  }
  return Array.from({ length }, (_, i) => new Map(columns.map(({ name, values }) => [name, cell(values[i])])));
}

interface NamedValues {
  name: string;
  values: unknown[];
}

function columnsOf(tensor: unknown): NamedValues[] {
  const parts = fields(tensor);
  const name = parts?.get('name');
  const data = parts?.get('data');
  if (typeof name !== 'string' || !Array.isArray(data)) {
    return [];
  }
  const flat: unknown[] = data.flat(Infinity);
  const shape = parts?.get('shape');
  const rows = Array.isArray(shape) && typeof shape[0] === 'number' ? shape[0] : data.length;
  const width = rows > 0 ? flat.length / rows : 0;
  if (!Number.isInteger(width) || width === 0) {
    return [];
  }
  return Array.from({ length: width }, (_, k) => ({
    name: width === 1 ? name : `${name}-${k}`,
    values: Array.from({ length: rows }, (_row, i) => flat[i * width + k]),
  }));
}

/** Of version 1: objects by feature, or lists without names. */
function rowsOfInstances(instances: unknown[]): LoggedRow[] {
  return instances.map((instance) => {
    const named = Array.isArray(instance)
      ? instance.map((value: unknown, i): [string, unknown] => [`input-${i}`, value])
      : [...(fields(instance) ?? [])];
    return new Map(named.map(([name, value]) => [name, cell(value)]));
  });
}

function cell(value: unknown): number | string | boolean | null {
  return typeof value === 'number' || typeof value === 'string' || typeof value === 'boolean' ? value : null;
}
