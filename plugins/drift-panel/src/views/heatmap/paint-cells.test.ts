import { createTheme } from '@grafana/data';
import { LEVELS, levelIndex, type Level } from '../../report/level.ts';
import { heatmapReport } from '../../testing/reports.ts';
import { paletteOf } from '../palette.ts';
import { chunkScale } from './chunk-scale.ts';
import { paintCells, type CellGrid, type Pen } from './paint-cells.ts';

interface Stroke {
  what: 'fill' | 'stroke' | 'text';
  style: string;
  dash: number[];
  boxes: Array<{ x: number; y: number; width: number; height: number }>;
  points: number;
}

/** A canvas that notes what was painted; jsdom has none. */
class Notes implements Pen {
  strokes: Stroke[] = [];
  fillStyle = '';
  strokeStyle = '';
  lineWidth = 1;
  font = '';
  textAlign: CanvasTextAlign = 'start';
  textBaseline: CanvasTextBaseline = 'top';
  private dash: number[] = [];
  private boxes: Stroke['boxes'] = [];
  private points = 0;
  beginPath() {
    this.boxes = [];
    this.points = 0;
  }
  rect(x: number, y: number, width: number, height: number) {
    this.boxes.push({ x, y, width, height });
  }
  roundRect(x: number, y: number, width: number, height: number) {
    this.rect(x, y, width, height);
  }
  moveTo() {
    this.points++;
  }
  lineTo() {
    this.points++;
  }
  setLineDash(dash: number[]) {
    this.dash = dash;
  }
  private note(what: Stroke['what'], style: string) {
    this.strokes.push({ what, style, dash: this.dash, boxes: this.boxes, points: this.points });
  }
  fill() {
    this.note('fill', this.fillStyle);
  }
  stroke() {
    this.note('stroke', this.strokeStyle);
  }
  fillText() {
    this.note('text', this.fillStyle);
  }
}

const palette = paletteOf(createTheme());

function paint(levels: Level[][], more: Partial<CellGrid> = {}, width = 400) {
  const heatmap = heatmapReport(levels.length, levels[0]?.length ?? 0);
  heatmap.level.set(levels.flat().map(levelIndex));
  const notes = new Notes();
  paintCells(notes, {
    heatmap,
    scale: chunkScale(heatmap, width),
    rows: levels.map((_, row) => row),
    rowHeight: 28,
    density: 1,
    palette,
    font: 'sans-serif',
    ...more,
  });
  return notes.strokes;
}

it('paints every level in a way of its own', () => {
  const ways = LEVELS.map((level) => {
    const [first] = paint([[level]]);
    return `${first?.what} ${first?.dash.length} ${first?.style} ${first?.boxes.length} ${first?.points}`;
  });
  expect(new Set(ways).size).toBe(LEVELS.length);
});

it('paints the worst level last, so that it stays where cells are narrower than a pixel', () => {
  const fills = paint([['far over', 'low', 'over', 'near', 'well over']], {}, 3).filter(({ what }) => what === 'fill');
  expect(fills.map(({ style }) => style)).toEqual(
    (['low', 'near', 'over', 'well over', 'far over'] as const).map((level) => palette.level[level])
  );
  expect(fills.every(({ boxes }) => boxes.every(({ width }) => width >= 1))).toBe(true);
});

it('keeps cells inside of their row and of the width', () => {
  const heatmap = heatmapReport(40, 60);
  const notes = new Notes();
  const scale = chunkScale(heatmap, 700);
  paintCells(notes, {
    ...{ heatmap, scale, palette, rowHeight: 20, density: 2, font: 'sans-serif' },
    rows: Array.from({ length: 40 }, (_, row) => row),
  });
  const boxes = notes.strokes.flatMap((stroke) => stroke.boxes);
  expect(boxes.length).toBeGreaterThan(2000);
  const outside = boxes.filter(
    ({ x, y, width, height }) => x < 0 || x + width > 700 || Math.floor(y / 20) !== Math.floor((y + height) / 20)
  );
  expect(outside).toEqual([]);
});

it('writes "few" only where the word has room', () => {
  const words = (width: number) => paint([['few', 'few']], {}, width).filter(({ what }) => what === 'text').length;
  expect([400, 30].map(words)).toEqual([2, 0]);
});

it('leaves rows without a history empty', () => {
  expect(paint([['far over']], { rows: [-1] })).toEqual([]);
});

it('takes one path for a level, not one for each cell', () => {
  const many = Array.from({ length: 50 }, () => Array.from({ length: 500 }, (): Level => 'low'));
  expect(paint(many)).toHaveLength(1);
});
