import { textWidth } from '../marks/text-width.ts';
import { FONT } from '../distribution/plot-area.ts';

/** A label that stands over (or under) the middle of its bar. */
export interface PartLabel {
  cell: number;
  text: string;
  left: number;
  width: number;
  up: boolean;
}

interface Bar {
  cell: number;
  middle: number;
  part: number;
  /** From the longest to the shortest text that would do. */
  texts: string[];
}

const GAP = 6;

/**
 * Labels bars by their size, the biggest first, in one line above and one below; what finds no room, even in its
 * shortest form, is left out. None overlaps another or leaves the plot.
 */
export function partLabels(bars: readonly Bar[], left: number, width: number): PartLabel[] {
  const placed: PartLabel[] = [];
  for (const bar of [...bars].sort((a, b) => Math.abs(b.part) - Math.abs(a.part) || a.cell - b.cell)) {
    const up = bar.part >= 0;
    const line = placed.filter((label) => label.up === up);
    const label = bar.texts.map((text) => centred(text, bar.middle, left, width)).find((at) => at && isFree(at, line));
    if (label) {
      placed.push({ ...label, cell: bar.cell, up });
    }
  }
  return placed;
}

function centred(text: string, middle: number, left: number, width: number) {
  const size = textWidth(text, FONT);
  if (size > width) {
    return undefined;
  }
  return { text, width: size, left: Math.max(left, Math.min(left + width - size, middle - size / 2)) };
}

function isFree(label: { left: number; width: number }, line: readonly PartLabel[]): boolean {
  return line.every(
    (other) => label.left >= other.left + other.width + GAP || other.left >= label.left + label.width + GAP
  );
}
