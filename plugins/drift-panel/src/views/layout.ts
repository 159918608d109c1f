/** Which parts fit, and how wide the columns are. Pixels. */
export interface Layout {
  name: number;
  /** 0: the column is left out. */
  overlay: number;
  bullet: number;
  p: number;
  strip: number;
  /** In place of the strip, where there is no history: why, in words. */
  why: number;
  /** Where the strip begins, for the time axis below it. */
  stripLeft: number;
  detail: 'none' | 'side by side' | 'stacked';
  /** Height of the detail including its head. */
  detailHeight: number;
  /** True: ranking and detail scroll together; else the ranking scrolls by itself and the detail stays. */
  scrollAll: boolean;
  /** False: the panel is so small that only the headline and the features fit. */
  trust: boolean;
}

interface Wants {
  overlay: boolean;
  strip: boolean;
  p: boolean;
  detail: boolean;
  /** Features in the ranking. */
  rows: number;
}

export const GAP = 16;
export const PADDING = 8;
export const ROW = 28;
/** Heights of the fixed parts, the verdict's with two lines. */
const VERDICT = 62;
const HEAD = 26;
const LEGEND = 24;
const NOTES = 22;
/** Room kept free for a scroll bar, so that it covers nothing. */
const SCROLLBAR = 8;

/** Lays the panel out for its size; narrow panels lose history first, then overlay, then p, then detail. */
export function layoutOf(width: number, height: number, wants: Wants): Layout {
  const inner = width - 2 * PADDING - SCROLLBAR;
  const p = wants.p && width >= 400 ? 56 : 0;
  const overlay = wants.overlay && width >= 620 ? 116 : 0;
  const bulletFixed = width >= 900 ? 168 : 132;
  const strip = wants.strip && width >= 700;
  const fixed = (overlay ? overlay + GAP : 0) + (p ? p + GAP : 0);
  const nameWide = Math.round(Math.min(260, Math.max(168, width * 0.16)));
  const why = !strip && width >= 820;
  const name = strip || why ? nameWide : Math.round(Math.max(108, (inner - fixed - GAP) * 0.56));
  const bullet = strip || why ? bulletFixed : Math.max(90, inner - fixed - name - GAP);
  const stripLeft = name + GAP + fixed + bullet + GAP;
  const detail = !wants.detail || width < 480 ? 'none' : width >= 700 ? 'side by side' : 'stacked';
  const scrollAll = height < 440 || detail === 'stacked';
  const share = Math.max(196, Math.min(380, height * 0.36));
  // A short ranking leaves its room to the detail.
  const left = height - VERDICT - HEAD - wants.rows * ROW - (strip ? LEGEND : 0) - NOTES;
  const detailHeight = Math.round(Math.max(share, Math.min(left, height * 0.75)));
  return {
    name,
    overlay,
    bullet,
    p,
    strip: strip ? inner - stripLeft : 0,
    why: why ? inner - stripLeft : 0,
    stripLeft,
    detail,
    detailHeight: detail === 'stacked' ? 420 : scrollAll ? 220 : detailHeight,
    scrollAll,
    trust: height >= 180 && width >= 480,
  };
}

/** The columns of the ranking as a CSS grid template; the head and every row share it. */
export function gridColumns(layout: Layout): string {
  const { name, overlay, bullet, p, strip, why } = layout;
  return [name, overlay, bullet, p, strip, why]
    .filter((column) => column > 0)
    .map((column) => `${column}px`)
    .join(' ');
}
