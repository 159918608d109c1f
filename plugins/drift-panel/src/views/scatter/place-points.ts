import { fitText, textWidth } from '../marks/text-width.ts';

/** A point with a name that may be written beside it. */
export interface NamedPoint {
  /** Pixels in the plot. */
  x: number;
  y: number;
  name: string;
  /** Higher is written first. */
  weight: number;
}

export interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

export interface PointLabel extends Box {
  /** Place in the list of points. */
  index: number;
  text: string;
  anchor: 'start' | 'middle' | 'end';
}

const HEIGHT = 13;
const FROM_POINT = 11;
/** Half the size of a point with a little air. */
const POINT = 6;
const LONGEST = 130;

export function overlap(a: Box, b: Box): boolean {
  return a.left < b.left + b.width && b.left < a.left + a.width && a.top < b.top + b.height && b.top < a.top + a.height;
}

function isInside(box: Box, width: number, height: number): boolean {
  return box.left >= 0 && box.top >= 0 && box.left + box.width <= width && box.top + box.height <= height;
}

/** Right, left, above, below. */
function placesAround({ x, y }: NamedPoint, width: number): Array<Omit<PointLabel, 'index' | 'text'>> {
  const size = { width, height: HEIGHT };
  return [
    { left: x + FROM_POINT, top: y - HEIGHT / 2, anchor: 'start', ...size },
    { left: x - FROM_POINT - width, top: y - HEIGHT / 2, anchor: 'end', ...size },
    { left: x - width / 2, top: y - FROM_POINT - HEIGHT, anchor: 'middle', ...size },
    { left: x - width / 2, top: y + FROM_POINT, anchor: 'middle', ...size },
  ];
}

/**
 * Names beside points: the weightiest first, each where it covers neither another name nor a point nor what is blocked,
 * and is inside the plot. Those that find no place are left to the tooltip.
 * @param plot its size, and boxes that no name may cover
 */
export function placePoints(
  points: readonly NamedPoint[],
  plot: { width: number; height: number; blocked: readonly Box[] }
): PointLabel[] {
  const dots = points.map(({ x, y }) => ({ left: x - POINT, top: y - POINT, width: 2 * POINT, height: 2 * POINT }));
  const labels: PointLabel[] = [];
  const order = [...points.entries()].sort(([, a], [, b]) => b.weight - a.weight);
  for (const [index, point] of order) {
    const text = fitText(point.name, LONGEST);
    const isFree = (box: Box) =>
      isInside(box, plot.width, plot.height) &&
      !labels.some((label) => overlap(label, box)) &&
      !plot.blocked.some((other) => overlap(other, box)) &&
      !dots.some((dot, at) => at !== index && overlap(dot, box));
    const place = placesAround(point, textWidth(text)).find(isFree);
    if (text && place) {
      labels.push({ ...place, index, text });
    }
  }
  return labels;
}
