import { member } from './json.ts';
import type { Json } from './json.ts';

/** One row as the service stores it: values by column, and its tag. */
interface Row {
  tag: string;
  values: Map<string, number>;
}

function list(json: Json | undefined): Json[] {
  return Array.isArray(json) ? json : [];
}

/** Columns of one nested tensor [rows, columns], named `<tensor>-<i>`. */
function rowsOfTensor(tensor: Json | undefined): Map<string, number>[] {
  const name = member(tensor, 'name');
  return list(member(tensor, 'data')).map(
    (row) => new Map((Array.isArray(row) ? row : [row]).map((value, i) => [`${String(name)}-${i}`, Number(value)]))
  );
}

/** The rows of one model, as uploads bring them. */
export class StoredRows {
  private readonly rows: Row[] = [];

  /** Takes the body of POST /data/upload. */
  upload(body: Json): void {
    const inputs = rowsOfTensor(list(member(body, 'request', 'inputs'))[0]);
    const outputs = rowsOfTensor(list(member(body, 'response', 'outputs'))[0]);
    const tag = member(body, 'data_tag');
    inputs.forEach((values, i) => {
      this.rows.push({
        tag: typeof tag === 'string' ? tag : '_trustyai_unlabeled',
        values: new Map([...values, ...(outputs[i] ?? [])]),
      });
    });
  }

  /** All rows of the tag, in one column. */
  reference(tag: string, column: string): number[] {
    return this.rows.filter((row) => row.tag === tag).map((row) => row.values.get(column) ?? NaN);
  }

  /** The last `batchSize` rows, whatever their tag: the service's rule. */
  current(batchSize: number, column: string): number[] {
    return this.rows.slice(-batchSize).map((row) => row.values.get(column) ?? NaN);
  }
}
