import type { Heatmap } from '../../report/heatmap.ts';
import { levelIndex, LEVELS, type Level } from '../../report/level.ts';
import type { Palette } from '../palette.ts';
import { lookOf, type Look } from './cell-look.ts';
import type { ChunkScale } from './chunk-scale.ts';

/** What painting needs of a canvas. */
export type Pen = Pick<
  CanvasRenderingContext2D,
  | 'beginPath'
  | 'rect'
  | 'roundRect'
  | 'fill'
  | 'moveTo'
  | 'lineTo'
  | 'stroke'
  | 'setLineDash'
  | 'fillText'
  | 'fillStyle'
  | 'strokeStyle'
  | 'lineWidth'
  | 'font'
  | 'textAlign'
  | 'textBaseline'
>;

/** The rows to paint, from top to bottom. */
export interface CellGrid {
  heatmap: Heatmap;
  scale: ChunkScale;
  /** Row of the heatmap for each row of the picture; −1: it has none. */
  rows: readonly number[];
  rowHeight: number;
  /** Device pixels of one pixel: edges are put onto whole ones. */
  density: number;
  palette: Palette;
  /** Family of the word in a cell of few rows. */
  font: string;
}

interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

const HATCH_STEP = 5;
const DOTS_STEP = 4;
/** A cell that takes the word "few". */
const WORD_ROOM = { width: 22, height: 14 };
/** Cells narrower than this are painted as one with their equals beside them where only a mark is drawn. */
const SINGLE = 10;

/** Free room at each side of a cell. */
export function gapOf(narrowest: number): number {
  return narrowest > 8 ? 1 : narrowest > 3 ? 0.5 : 0;
}

/** Free room above and below a cell. */
export function padOf(rowHeight: number): number {
  return rowHeight >= 22 ? 2.5 : rowHeight >= 14 ? 1 : 0.5;
}

/**
 * Paints all cells, level by level: one path for each level. Where cells are narrower than a pixel the worst level is
 * painted last and stays.
 */
export function paintCells(pen: Pen, grid: CellGrid): void {
  const places = placesOf(grid);
  for (const level of LEVELS) {
    paintLevel(pen, boxesOf(level, grid, places), lookOf(level, grid.palette), grid);
  }
}

/** Left and right end of each chunk, on whole device pixels. */
interface Places {
  left: Float64Array;
  right: Float64Array;
}

function placesOf({ scale, density }: CellGrid): Places {
  const gap = gapOf(scale.narrowest);
  const snap = (x: number) => Math.round(x * density) / density;
  const left = Float64Array.from({ length: scale.chunks }, (_, chunk) => snap(scale.left(chunk) + gap));
  const right = left.map((from, chunk) => Math.max(from + 1 / density, snap(scale.right(chunk) - gap)));
  return { left, right };
}

/** The cells of one level; neighbours are one box where no gap would part them, or only a mark is drawn. */
function boxesOf(level: Level, { heatmap, scale, rows, rowHeight }: CellGrid, { left, right }: Places): Box[] {
  const boxes: Box[] = [];
  const index = levelIndex(level);
  const pad = padOf(rowHeight);
  const joins = gapOf(scale.narrowest) === 0 || (isMark(level) && scale.narrowest < SINGLE);
  rows.forEach((row, at) => {
    const first = row < 0 ? scale.chunks : 0;
    for (let chunk = first; chunk < scale.chunks; chunk++) {
      if (heatmap.level[row * scale.chunks + chunk] === index) {
        const start = left[chunk] ?? 0;
        while (joins && heatmap.level[row * scale.chunks + chunk + 1] === index && chunk + 1 < scale.chunks) {
          chunk++;
        }
        boxes.push({
          x: start,
          y: at * rowHeight + pad,
          width: (right[chunk] ?? start) - start,
          height: rowHeight - 2 * pad,
        });
      }
    }
  });
  return boxes;
}

function isMark(level: Level): boolean {
  return level === 'no data' || level === 'few' || level === 'unjudged';
}

function paintLevel(pen: Pen, boxes: readonly Box[], look: Look, grid: CellGrid): void {
  if (boxes.length === 0) {
    return;
  }
  pen.beginPath();
  pen.setLineDash([]);
  pen.lineWidth = 1;
  pen.strokeStyle = look.ink;
  pen.fillStyle = look.fill ?? look.ink;
  if (look.fill !== undefined) {
    const round = gapOf(grid.scale.narrowest) >= 1 && grid.rowHeight >= 14;
    for (const { x, y, width, height } of boxes) {
      if (round) {
        pen.roundRect(x, y, width, height, 2);
      } else {
        pen.rect(x, y, width, height);
      }
    }
    pen.fill();
    return;
  }
  if (look.mark === 'hatch') {
    pen.lineWidth = 0.75;
    boxes.forEach((box) => hatch(pen, box));
    pen.stroke();
  } else if (look.mark === 'line') {
    boxes.forEach(({ x, y, width, height }) => {
      pen.moveTo(x + Math.min(3, width / 4), y + height / 2);
      pen.lineTo(x + width - Math.min(3, width / 4), y + height / 2);
    });
    pen.stroke();
  } else {
    paintFew(pen, boxes, grid);
  }
}

/** Diagonal lines, cut at the box. */
function hatch(pen: Pen, { x, y, width, height }: Box): void {
  for (let offset = HATCH_STEP / 2; offset < width + height; offset += HATCH_STEP) {
    pen.moveTo(x + Math.min(offset, width), y + Math.max(0, offset - width));
    pen.lineTo(x + Math.max(0, offset - height), y + Math.min(offset, height));
  }
}

/** A dotted outline with the word where there is room for it, else dots along the middle. */
function paintFew(pen: Pen, boxes: readonly Box[], grid: CellGrid): void {
  const outlined = grid.scale.narrowest >= SINGLE && grid.rowHeight >= 12;
  pen.setLineDash([1, outlined ? 2 : DOTS_STEP - 1]);
  for (const { x, y, width, height } of boxes) {
    if (outlined) {
      pen.rect(x + 0.5, y + 0.5, width - 1, height - 1);
    } else {
      pen.moveTo(x, y + height / 2);
      pen.lineTo(x + width, y + height / 2);
    }
  }
  pen.stroke();
  pen.setLineDash([]);
  pen.fillStyle = grid.palette.axis;
  pen.font = `9px ${grid.font}`;
  pen.textAlign = 'center';
  pen.textBaseline = 'middle';
  for (const { x, y, width, height } of boxes) {
    if (width >= WORD_ROOM.width && height >= WORD_ROOM.height) {
      pen.fillText('few', x + width / 2, y + height / 2 + 0.5);
    }
  }
}
