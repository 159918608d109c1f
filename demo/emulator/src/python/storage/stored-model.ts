import { Dataset } from './dataset.ts';
import type { Cells } from './dataset.ts';
import type { Matrix } from './matrix.ts';
import { RowBlocks } from './row-blocks.ts';
import type { RowBlock } from './row-blocks.ts';

export const unlabeledTag = '_trustyai_unlabeled';
export const syntheticTag = '_trustyai_synthetic';
export const reservedPrefix = '_trustyai';

/** Named columns of some rows. */
export interface Frame {
  rows: number;
  columns: Map<string, Cells>;
}

/** Data sets that no longer have the same number of rows: a half-written upload. */
export class UnevenRows extends Error {}

/** Everything stored about one model. It survives a restart of the service. */
export class StoredModel {
  inputs: Dataset | null = null;
  outputs: Dataset | null = null;
  readonly blocks = new RowBlocks();
  /** Grows with every change of rows or names: equal revisions mean equal rows under equal names. */
  private changes = 0;
  private readonly references = new Map<string, { signature: string; frame: Frame }>();

  /**
   * Stores one reconciled call. The three data sets are written independently: where one refuses the rows, the
   * others keep them, and the first refusal is thrown.
   */
  append(inputs: Matrix, outputs: Matrix, block: RowBlock): void {
    this.changes += 1;
    const faults: unknown[] = [];
    const attempt = (write: () => void) => {
      try {
        write();
      } catch (fault) {
        faults.push(fault);
      }
    };
    attempt(() => (this.inputs ? this.inputs.append(inputs) : (this.inputs = new Dataset(inputs))));
    attempt(() => (this.outputs ? this.outputs.append(outputs) : (this.outputs = new Dataset(outputs))));
    if (block.rows > 0) this.blocks.append(block);
    if (faults.length > 0) throw faults[0];
  }

  get revision(): number {
    return this.changes;
  }

  /** Gives columns aliases. Each side replaces its earlier aliases; an empty side keeps them. */
  rename(inputs: Record<string, string>, outputs: Record<string, string>): void {
    this.changes += 1;
    if (Object.keys(inputs).length > 0) this.inputs?.rename(inputs);
    if (Object.keys(outputs).length > 0) this.outputs?.rename(outputs);
  }

  clearNames(): void {
    this.changes += 1;
    this.inputs?.clearNames();
    this.outputs?.clearNames();
  }

  /** Rows that all three data sets have. */
  get completeRows(): number {
    return Math.min(this.inputs?.rows ?? 0, this.outputs?.rows ?? 0, this.blocks.rows);
  }

  /**
   * The last `size` rows of everything, reference rows included, less the synthetic ones among them. A negative or
   * zero size gives no rows.
   */
  recent(size: number): Frame {
    const end = this.completeRows;
    const start = size > 0 ? Math.max(0, end - size) : end;
    const kept: number[] = [];
    const times: number[] = [];
    this.blocks.visit(start, end, (block, _index, row) => {
      if (block.tag === syntheticTag) return;
      kept.push(row);
      times.push(block.time / 1000);
    });
    const all = kept.length === end - start;
    const read = (dataset: Dataset | null) =>
      dataset ? (all ? dataset.window(start, end) : dataset.pick(kept)) : new Map<string, Cells>();
    const columns = new Map([...read(this.inputs), ...read(this.outputs)]);
    columns.set('unix_timestamp', Float64Array.from(times));
    return { rows: kept.length, columns };
  }

  /** All rows that carry the tag. The same frame comes back until more rows carry it or names change. */
  tagged(tag: string): Frame {
    if (this.inputs?.rows !== this.blocks.rows || this.outputs?.rows !== this.blocks.rows) {
      throw new UnevenRows('The stored inputs, outputs and tags have different numbers of rows.');
    }
    const rows = this.blocks.rowsTagged(tag);
    const signature = JSON.stringify([rows.length, this.inputs.effectiveNames, this.outputs.effectiveNames]);
    const cached = this.references.get(tag);
    if (cached?.signature === signature) return cached.frame;
    const columns = new Map([...this.inputs.pick(rows), ...this.outputs.pick(rows)]);
    const frame = { rows: rows.length, columns };
    this.references.set(tag, { signature, frame });
    return frame;
  }
}
