import { scaleLinear } from 'd3';
import type { Cells } from '../../report/distribution.ts';
import { textWidth } from '../marks/text-width.ts';
import type { ValueScale } from '../marks/value-ticks.ts';
import { edgeScale } from './edge-scale.ts';

/** Pixels along the axis of the cells, from the edge of the svg. */
export type Span = readonly [start: number, end: number];

/** Where cells and values lie. Distribution and contribution of one width get the same axis of cells. */
export interface PlotArea {
  /** Categories one below the other, values to the right; else cells side by side, values upwards. */
  lying: boolean;
  /** The plot itself, pixels of the svg. */
  left: number;
  top: number;
  width: number;
  height: number;
  spans: Span[];
  /** Of the missing values, apart from the axis. */
  missing?: Span;
  /** Values of the feature → pixels of the svg; bins only. */
  x: ValueScale;
  /** Of the whole svg: more than was asked for where so many rows do not fit. */
  svgHeight: number;
}

export interface PlotWish {
  cells: Cells;
  /** Bins: the edges that the axis is for, where it is not their own. */
  axis?: readonly number[];
  width: number;
  height: number;
  /** Room for a bar of missing values. */
  missing: boolean;
  logX: boolean;
  /** Labels of the cells: at the bottom, or at the left of lying categories. */
  labels: boolean;
  /** Pixels kept free above and below the plot and its labels. */
  above: number;
  below: number;
}

/** For labels of values such as 0.0035. */
const MARGIN = 46;
const MISSING_GAP = 18;
const MISSING_WIDTH = 30;
/** The words above the bar of missing values are wider than the bar. */
const MISSING_ROOM = 62;
const ROW = { least: 17, most: 28, missingGap: 8 };
const SLIVER = 3;
const COLUMN_MOST = 140;
const LABEL_GAP = 8;
export const LABEL_LINE = 14;
/** Free above every plot, so that its highest mark and label are whole. */
export const ABOVE = 8;
export const FONT = 11;

export function plotArea(wish: PlotWish): PlotArea {
  const { cells, width } = wish;
  const { margin, room: columns } = standingRoom(width, wish.missing);
  if (cells.kind === 'categories' && !standsUp(cells, columns)) {
    return lyingArea(wish, cells);
  }
  const lines = !wish.labels ? 0 : cells.kind === 'categories' && cells.marks.some(isWord) ? 2 : 1;
  const below = wish.below + (lines > 0 ? 6 + lines * LABEL_LINE : 5);
  const height = Math.max(20, wish.height - wish.above - below);
  const x =
    cells.kind === 'bins' ? edgeScale(wish.axis ?? cells.edges, [margin, margin + columns], wish.logX) : scaleLinear();
  const spans = cells.kind === 'bins' ? binSpans(cells.edges, x) : columnSpans(cells.labels.length, margin, columns);
  const end = spans[spans.length - 1]?.[1] ?? margin;
  const from = (cells.kind === 'bins' ? margin + columns : end) + MISSING_GAP;
  return {
    lying: false,
    left: margin,
    top: wish.above,
    width: cells.kind === 'bins' ? columns : Math.max(20, end - margin),
    height,
    spans,
    ...(wish.missing && { missing: [from, from + MISSING_WIDTH] as const }),
    x,
    svgHeight: wish.height,
  };
}

/** Room for cells that stand side by side, beside the labels of the values and the missing bar. */
function standingRoom(width: number, missing: boolean) {
  return { margin: MARGIN, room: Math.max(20, width - MARGIN - (missing ? MISSING_ROOM + 4 : 8)) };
}

/** Whether cells stand side by side in a chart of this width. */
export function standing(cells: Cells, width: number, missing: boolean): boolean {
  return cells.kind === 'bins' || standsUp(cells, standingRoom(width, missing).room);
}

/** Whether the names of all categories fit below bars that stand side by side. */
export function standsUp({ labels, marks }: Cells & { kind: 'categories' }, room: number): boolean {
  const column = Math.min(COLUMN_MOST, room / Math.max(1, labels.length));
  return labels.every(
    (label, i) => Math.max(textWidth(label, FONT), textWidth(markWord(marks[i]), FONT)) + LABEL_GAP <= column
  );
}

/** Room for names at the left of lying categories. */
export function nameRoom({ labels, marks }: Cells & { kind: 'categories' }, width: number): number {
  const wanted = labels.map((label, i) => textWidth(isWord(marks[i]) ? `${label} ${markWord(marks[i])}` : label, FONT));
  return Math.min(width * 0.42, Math.max(textWidth('missing', FONT), ...wanted) + LABEL_GAP + 2);
}

/** "new" and "gone" stand in words beside the name; "other" is in the name already. */
export function isWord(mark: 'new' | 'vanished' | 'other' | undefined): boolean {
  return mark === 'new' || mark === 'vanished';
}

function markWord(mark: 'new' | 'vanished' | 'other' | undefined): string {
  return mark === 'new' ? 'new' : mark === 'vanished' ? 'gone' : '';
}

function lyingArea(wish: PlotWish, cells: Cells & { kind: 'categories' }): PlotArea {
  const left = wish.labels ? nameRoom(cells, wish.width) : LABEL_GAP;
  const rows = cells.labels.length + (wish.missing ? 1 : 0);
  const gap = wish.missing ? ROW.missingGap : 0;
  const bottom = LABEL_LINE + 6 + wish.below;
  const room = (wish.height - wish.above - bottom - gap) / Math.max(1, rows);
  const row = Math.max(ROW.least, Math.min(ROW.most, room));
  const height = cells.labels.length * row;
  const spans = cells.labels.map((_, i): Span => [wish.above + i * row, wish.above + (i + 1) * row]);
  const from = wish.above + height + gap;
  return {
    lying: true,
    left,
    top: wish.above,
    // The last number at the axis needs half its width.
    width: Math.max(20, wish.width - left - 20),
    height: height + (wish.missing ? gap + row : 0),
    spans,
    ...(wish.missing && { missing: [from, from + row] as const }),
    x: scaleLinear(),
    svgHeight: Math.max(wish.height, Math.ceil(wish.above + height + (wish.missing ? gap + row : 0) + bottom)),
  };
}

function binSpans(edges: readonly number[], x: ValueScale): Span[] {
  return edges.slice(1).map((edge, i): Span => {
    const [start, end] = [x(edges[i] ?? edge), x(edge)];
    // A bin that lies beyond the axis is a sliver at its end.
    return end - start > 0.01 ? [start, end] : i === 0 ? [start, start + SLIVER] : [end - SLIVER, end];
  });
}

function columnSpans(n: number, left: number, room: number): Span[] {
  const column = Math.min(COLUMN_MOST, room / Math.max(1, n));
  return Array.from({ length: n }, (_, i): Span => [left + i * column, left + (i + 1) * column]);
}

/** Box between two values (already pixels along the axis of values) over a span, with room to its neighbours. */
export function boxOf(area: PlotArea, span: Span, [a, b]: readonly [number, number], gap = 0) {
  const [start, end] = [Math.min(a, b), Math.max(a, b)];
  const across = { from: span[0] + gap / 2, size: Math.max(0.5, span[1] - span[0] - gap) };
  return area.lying
    ? { x: start, width: end - start, y: across.from, height: across.size }
    : { x: across.from, width: across.size, y: start, height: end - start };
}

/** Pixels of the axis of values: from its low end to its high end. */
export function valueRange(area: PlotArea): [low: number, high: number] {
  return area.lying ? [area.left, area.left + area.width] : [area.top + area.height, area.top];
}
