import type { Frame } from '../frames/contract.ts';
import { tableFrame } from '../frames/table.ts';
import type { Column, TableOptions } from '../frames/table.ts';

/** Something that happened, for annotations. Times are epoch milliseconds. */
export interface TrustyEvent {
  /** The same for the same event, whenever it is asked for. */
  id: string;
  time: number;
  /** Absent: a moment, or not over yet. */
  timeEnd?: number;
  title: string;
  text: string;
  tags: string[];
}

const COLUMNS: ReadonlyArray<Column<TrustyEvent>> = [
  ['time', 'time', ({ time }) => time],
  ['timeEnd', 'time', ({ timeEnd }) => timeEnd],
  ['title', 'string', ({ title }) => title],
  ['text', 'string', ({ text }) => text],
  // Grafana takes a text with commas for a list.
  ['tags', 'string', ({ tags }) => tags.map((tag) => tag.split(',').join(' ')).join(',')],
  ['id', 'string', ({ id }) => id],
];

/** Events in order of time, as a frame that Grafana reads annotations from. */
export function eventFrame(events: readonly TrustyEvent[], options: TableOptions): Frame {
  const sorted = [...events].sort((a, b) => a.time - b.time);
  return tableFrame('events', sorted, COLUMNS, options);
}
