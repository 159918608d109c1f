import type { Column, Dialect } from '@soundcheck/query';

/** What one side of an upload (inputs or outputs) needs to be laid out. */
export interface SideRequest {
  role: Column['role'];
  dialect: Dialect;
  model: string;
  /** Columns of the file, in its order. */
  names: readonly string[];
  /** What the service has of this side; empty for a model that it does not know yet. */
  known: readonly Column[];
  /** The live model takes (or gives) all columns as one tensor of this name. */
  tensor?: string;
}

/**
 * How the columns of one side travel. "columns": a tensor each, named like the column. "matrix": one tensor, which the
 * service splits into `<tensor>-<index>`. "nested column": one column as rows of one, which Java calls `<tensor>-0-0`.
 */
export interface SideLayout {
  shape: 'columns' | 'matrix' | 'nested column';
  /** Empty for "columns". */
  tensor: string;
  /** Columns in the order in which they travel: the file's name, and the name under which the service stores it. */
  columns: Array<{ name: string; raw: string }>;
}

/** A layout, or why there is none: a sentence. */
export type SideResult = SideLayout | { problem: string };

const list = (names: readonly string[]): string => names.join(', ');

/** The tensor that the service split into these columns; undefined where they are no such split. */
function tensorOf(raws: readonly string[]): string | undefined {
  const [first = ''] = raws;
  const tensor = first.endsWith('-0') ? first.slice(0, -2) : undefined;
  return tensor !== undefined && raws.every((raw, i) => raw === `${tensor}-${i}`) ? tensor : undefined;
}

function asColumns(columns: SideLayout['columns']): SideLayout {
  return { shape: 'columns', tensor: '', columns };
}

/** Columns that the service knows arrive under the same names only in the layout in which they came. */
function asStored(columns: SideLayout['columns'], { dialect, role }: SideRequest): SideResult {
  const raws = columns.map(({ raw }) => raw);
  const [only = ''] = raws;
  if (raws.length === 1 && dialect === 'java' && only.endsWith('-0-0')) {
    return { shape: 'nested column', tensor: only.slice(0, -4), columns };
  }
  const tensor = tensorOf(raws);
  if (tensor === undefined) {
    return asColumns(columns);
  }
  if (raws.length === 1 && dialect === 'java' && role === 'input') {
    return { problem: `The Java service takes no upload that it would store as its only input "${only}".` };
  }
  return { shape: 'matrix', tensor, columns };
}

/** Each of the file's columns with the one of the service that it is, in the service's order. */
function paired({ names, known }: SideRequest): SideLayout['columns'] | undefined {
  if (names.length !== known.length) {
    return undefined;
  }
  const pairs = known.map(({ name, raw }) => ({ name: [name, raw].find((one) => names.includes(one)), raw }));
  const found = pairs.flatMap(({ name, raw }) => (name === undefined ? [] : [{ name, raw }]));
  return new Set(found.map(({ name }) => name)).size === names.length ? found : undefined;
}

/**
 * Lays out one side: as the service stored it before, so that the reference and live rows share their columns; for a new
 * model as the live model's tensors will be, by `tensor`, else a tensor for each column.
 */
export function layOutSide(request: SideRequest): SideResult {
  const { role, dialect, model, names, known, tensor } = request;
  const split = tensor === undefined ? undefined : names.map((name, i) => ({ name, raw: `${tensor}-${i}` }));
  if (known.length > 0) {
    const columns = paired(request);
    if (columns) {
      return asStored(columns, request);
    }
    if (
      split &&
      split.length === known.length &&
      split.every(({ raw }) => known.some((column) => column.raw === raw))
    ) {
      return asStored(split, request);
    }
    const has = known.map(({ name }) => name);
    const remedy =
      split || names.length !== known.length
        ? 'Give the file the same columns'
        : `Rename the columns of the file, or say --${role}-tensor NAME where they are in the model's order`;
    return { problem: `${model} has the ${role}s ${list(has)}; the file has ${list(names)}. ${remedy}.` };
  }
  if (split === undefined || tensor === undefined) {
    return asColumns(names.map((name) => ({ name, raw: name })));
  }
  return split.length === 1 && role === 'input' && dialect === 'java'
    ? { problem: 'The Java service takes no tensor of one input column: leave --input-tensor out.' }
    : { shape: 'matrix', tensor, columns: split };
}
