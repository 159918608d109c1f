import { fitText, textWidth } from './text-width.ts';

/** A label that belongs to a place on the axis. */
export interface Wanted {
  /** Pixels along the axis; the label begins or ends there. */
  at: number;
  text: string;
  /** Higher is placed first. */
  weight: number;
}

export interface Placed {
  /** Place in the list of wanted labels. */
  index: number;
  text: string;
  /** Left end and width, pixels; the width is an upper bound. */
  left: number;
  width: number;
  /** Which end of the label stands at its line. */
  anchor: 'start' | 'end';
  /** Line, 0 on top. */
  row: number;
}

const GAP = 8;
const FROM_LINE = 5;
/** A label that had to be cut shorter than this says nothing. */
const LEAST = 44;

/** Free room at both sides of `at` in one row, up to the next label or the edge. */
function roomAround(at: number, taken: readonly Placed[], width: number): [left: number, right: number] {
  let left = 0;
  let right = width;
  for (const label of taken) {
    const end = label.left + label.width;
    if (label.left - GAP <= at && at <= end + GAP) {
      return [at, at];
    }
    if (end <= at) {
      left = Math.max(left, end + GAP);
    } else {
      right = Math.min(right, label.left - GAP);
    }
  }
  return [left, right];
}

/**
 * Puts labels beside their lines into a few rows so that none overlaps another, nor leaves the width. A label goes to
 * the right of its line, or to the left where there it is whole; what fits nowhere is cut, and left out when too little
 * would remain.
 * @param rows how many lines there are
 */
export function placeLabels(wanted: readonly Wanted[], width: number, rows: number): Placed[] {
  const placed: Placed[] = [];
  const order = wanted.map((_, index) => index).sort((a, b) => weightAt(wanted, b) - weightAt(wanted, a) || a - b);
  for (const index of order) {
    const label = wanted[index];
    const options = label ? optionsFor(label, index, { placed, width, rows }) : [];
    const best = options.sort((a, b) => b.text.length - a.text.length || a.row - b.row || b.left - a.left)[0];
    if (best) {
      placed.push(best);
    }
  }
  return placed.sort((a, b) => a.index - b.index);
}

function weightAt(wanted: readonly Wanted[], index: number): number {
  return wanted[index]?.weight ?? 0;
}

function optionsFor(
  { at, text }: Wanted,
  index: number,
  { placed, width, rows }: { placed: readonly Placed[]; width: number; rows: number }
): Placed[] {
  const options: Placed[] = [];
  const whole = textWidth(text);
  for (let row = 0; row < rows; row++) {
    const [left, right] = roomAround(
      at,
      placed.filter((label) => label.row === row),
      width
    );
    for (const side of ['right', 'left'] as const) {
      const room = (side === 'right' ? right - at : at - left) - FROM_LINE;
      const shown = room >= Math.min(whole, LEAST) ? fitText(text, room) : '';
      if (shown) {
        const size = textWidth(shown);
        options.push({
          index,
          text: shown,
          width: size,
          row,
          left: side === 'right' ? at + FROM_LINE : at - FROM_LINE - size,
          anchor: side === 'right' ? 'start' : 'end',
        });
      }
    }
  }
  return options;
}
