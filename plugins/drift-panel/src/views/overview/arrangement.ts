/** Where the parts of the overview stand. Pixels. */
export interface Arrangement {
  gridWidth: number;
  gridHeight: number;
  rowHeight: number;
  detail: 'none' | 'below' | 'right';
  detailWidth: number;
  detailHeight: number;
  /** Grid and detail scroll together; else the grid scrolls by itself. */
  scrolls: boolean;
}

export interface Room {
  width: number;
  /** Without verdict and notes. */
  height: number;
  rows: number;
  /** Detail wanted. */
  detail: boolean;
}

const ROW = { least: 24, usual: 28, most: 36 };
const DETAIL = { narrowest: 480, sideBySide: 640, least: 250, stacked: 520 };
/** Shorter than this, grid and detail do not fit below each other; a wide panel has them beside each other. */
const SHORT = 440;
const WIDE = 1100;

const between = (low: number, value: number, high: number) => Math.round(Math.min(high, Math.max(low, value)));

/** Where the detail goes, which decides how wide the grid is. */
function detailPlace({ width, height, detail }: Room): Pick<Arrangement, 'detail' | 'detailWidth' | 'gridWidth'> {
  if (!detail || width < DETAIL.narrowest || height < 150) {
    return { detail: 'none', detailWidth: 0, gridWidth: width };
  }
  if (height < SHORT && width >= WIDE) {
    const detailWidth = between(460, width * 0.44, 1200);
    return { detail: 'right', detailWidth, gridWidth: width - detailWidth };
  }
  return { detail: 'below', detailWidth: width, gridWidth: width };
}

/** How wide the grid is. */
export function gridWidthOf(room: Room): number {
  return detailPlace(room).gridWidth;
}

/**
 * Heights: a short ranking leaves its room to the detail, a long one keeps more than half.
 * @param tall height of the grid with so many rows in view
 */
export function arrange(room: Room, tall: (rows: number, rowHeight: number) => number): Arrangement {
  const { width, height, rows } = room;
  const place = detailPlace(room);
  const fixed = tall(0, 0);
  const natural = tall(rows, ROW.usual);
  if (place.detail !== 'below') {
    const rowHeight = rowHeightFor(height - fixed, rows);
    return {
      ...place,
      gridHeight: height,
      rowHeight,
      detailHeight: place.detail === 'right' ? height : 0,
      scrolls: false,
    };
  }
  const stacked = width < DETAIL.sideBySide;
  const least = stacked ? DETAIL.stacked : DETAIL.least;
  const leastGrid = tall(Math.min(rows, 6), ROW.usual);
  if (height < leastGrid + least) {
    const inView = Math.min(rows, Math.max(6, Math.floor((height - fixed) / ROW.usual) - 2));
    return {
      ...place,
      gridHeight: tall(inView, ROW.usual),
      rowHeight: ROW.usual,
      detailHeight: least,
      scrolls: true,
    };
  }
  const share = between(least, height * 0.42, 680);
  const detailHeight = Math.min(height - leastGrid, Math.max(share, height - natural));
  const rowHeight = rowHeightFor(height - detailHeight - fixed, rows);
  return { ...place, gridHeight: height - detailHeight, rowHeight, detailHeight, scrolls: false };
}

/** Rows grow a little or shrink a little where then all of them are in view. */
function rowHeightFor(height: number, rows: number): number {
  const fit = Math.floor(height / Math.max(1, rows));
  return fit >= ROW.least ? Math.min(fit, ROW.most) : ROW.usual;
}
