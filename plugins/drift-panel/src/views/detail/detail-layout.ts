/** Sizes of the parts of the detail, pixels. */
export interface DetailLayout {
  /** One part below the other; else distribution and contribution at the left, the rest at the right. */
  stacked: boolean;
  left: number;
  right: number;
  distribution: number;
  contribution: number;
  overTime: number;
  /** Contribution goes on from the rows of the distribution, at its right. */
  beside: boolean;
  /** The table of slices lies below the fold: its finding stands in a line that leads there. */
  slicesLine: boolean;
}

interface Wish {
  width: number;
  /** Below the head. */
  height: number;
  /** Which parts there are to draw. */
  has: { distribution: boolean; contribution: boolean; overTime: boolean };
  /** Whether, at a width of both together, the categories lie in rows that contribution can continue at the right. */
  rows: (left: number) => boolean;
}

export const GAP = 28;
export const SLICES_LINE = 22;
/** Two charts beside each other need this. */
const BESIDE = 660;
/** Below this height the pane scrolls instead of squeezing its charts. */
const LEAST = 236;
/** From this height on the table of slices has room of its own. */
const TABLE = 430;
const STACKED = { distribution: 250, contribution: 132, overTime: 220 };
/** A part that is only a sentence. */
const SENTENCE = 64;

export function detailLayout({ width, height, has, rows }: Wish): DetailLayout {
  if (width < BESIDE) {
    return {
      stacked: true,
      left: width,
      right: width,
      distribution: has.distribution ? STACKED.distribution : SENTENCE,
      contribution: has.contribution ? (rows(width) ? STACKED.distribution : STACKED.contribution) : SENTENCE,
      overTime: has.overTime ? STACKED.overTime : SENTENCE,
      beside: false,
      slicesLine: false,
    };
  }
  const body = Math.max(LEAST, height);
  // A column without a chart leaves its room to the other one.
  const drawn = has.distribution || has.contribution;
  const share = drawn === has.overTime ? 0.5 : drawn ? 0.64 : 0.36;
  const left = Math.floor((width - GAP) * share);
  const beside = has.distribution && has.contribution && rows(left);
  const wanted = Math.round(Math.max(104, Math.min(190, body * 0.36)));
  const slicesLine = body < TABLE;
  return {
    stacked: false,
    left,
    right: width - GAP - left,
    ...(beside ? { distribution: body, contribution: body } : above(body, has, wanted)),
    beside,
    overTime: slicesLine ? body - SLICES_LINE : Math.max(200, Math.round(body * 0.5)),
    slicesLine,
  };
}

/** Distribution above contribution; a part that is only a sentence leaves its room to the other one. */
function above(body: number, has: Wish['has'], wanted: number): { distribution: number; contribution: number } {
  if (!has.distribution) {
    return has.contribution
      ? { distribution: SENTENCE, contribution: body - SENTENCE }
      : { distribution: body, contribution: 0 };
  }
  const contribution = has.contribution ? wanted : SENTENCE;
  return { distribution: body - contribution, contribution };
}
