/** Widths of the columns of the grid, pixels; 0: the column is left out. In the order in which they stand. */
export interface Columns {
  name: number;
  twin: number;
  bullet: number;
  p: number;
  importance: number;
  why: number;
  heat: number;
}

export type ColumnName = keyof Columns;

/** What the report has something to show for. */
export interface Wants {
  twin: boolean;
  p: boolean;
  importance: boolean;
  why: boolean;
  heat: boolean;
}

const ORDER: readonly ColumnName[] = ['name', 'twin', 'bullet', 'p', 'importance', 'why', 'heat'];
export const GAP = 16;
export const PADDING = 8;
/** Room kept free for a scroll bar, so that it covers nothing. */
export const SCROLLBAR = 10;
/** A narrower heatmap tells nothing. */
const LEAST_HEAT = 180;
const LEAST_WHY = 200;

const between = (low: number, value: number, high: number) => Math.round(Math.min(high, Math.max(low, value)));

/**
 * Widths for the room there is. Narrow panels lose, in this order: why beside a heatmap, importance, twin histograms beside
 * a heatmap, heatmap, twin histograms, p. Name and effect always stay. Their sum with gaps never exceeds `width − 2 × PADDING − SCROLLBAR`.
 */
export function columnsOf(width: number, wants: Wants): Columns {
  const inner = Math.max(0, width - 2 * PADDING - SCROLLBAR);
  const wide = between(0, (width - 900) / 20, 64);
  const name = between(132, Math.max(width * 0.14, Math.min(196, width * 0.21)), 300);
  const columns: Columns = {
    name,
    twin: 0,
    bullet: width >= 900 ? 150 + wide : 116,
    p: 0,
    importance: 0,
    why: 0,
    heat: 0,
  };
  const left = () => inner - widthOf(columns);
  const take = (column: ColumnName, wanted: boolean, needs: number) => {
    if (wanted && left() >= needs + GAP) {
      columns[column] = needs;
    }
  };
  take('p', wants.p && width >= 380, 52);
  take('heat', wants.heat, LEAST_HEAT);
  take('twin', wants.twin && width >= 480, width >= 900 ? 116 + wide : 96);
  take('importance', wants.importance && width >= 1000, 84);
  const whyRoom = columns.heat > 0 ? LEAST_WHY + 700 : LEAST_WHY;
  if (wants.why && left() >= whyRoom + GAP) {
    columns.why = columns.heat > 0 ? between(LEAST_WHY, width * 0.16, 420) : LEAST_WHY;
  }
  spread(columns, left());
  return columns;
}

/** Room that is left goes to the column that tells most with it. */
function spread(columns: Columns, left: number): void {
  if (left <= 0) {
    // Tighter than everything is meant for: the name gives way.
    columns.name = Math.max(40, columns.name + left);
  } else if (columns.heat > 0) {
    columns.heat += left;
  } else if (columns.why > 0) {
    columns.why += left;
  } else {
    const toName = Math.round(left * 0.45);
    columns.name += toName;
    columns.bullet += left - toName;
  }
}

/** Only names and cells: the heatmap alone. */
export function heatColumnsOf(width: number): Columns {
  const inner = Math.max(0, width - 2 * PADDING - SCROLLBAR);
  const name = between(72, width * 0.18, 320);
  return { name, twin: 0, bullet: 0, p: 0, importance: 0, why: 0, heat: Math.max(40, inner - name - GAP) };
}

function shown(columns: Columns): ColumnName[] {
  return ORDER.filter((column) => columns[column] > 0);
}

/** Width of all columns and the gaps between them. */
export function widthOf(columns: Columns): number {
  const names = shown(columns);
  return names.reduce((sum, column) => sum + columns[column], 0) + GAP * Math.max(0, names.length - 1);
}

/** Where a column begins, from the left edge of the grid. */
export function leftOf(columns: Columns, column: ColumnName): number {
  const before = ORDER.slice(0, ORDER.indexOf(column)).filter((name) => columns[name] > 0);
  return PADDING + before.reduce((sum, name) => sum + columns[name] + GAP, 0);
}

/** As a CSS grid template; the head and every row share it. */
export function gridTemplate(columns: Columns): string {
  return shown(columns)
    .map((column) => `${columns[column]}px`)
    .join(' ');
}
