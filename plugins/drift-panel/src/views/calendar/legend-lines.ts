import { textWidth } from '../marks/text-width.ts';

/** Swatch and gaps of an entry beside its text, pixels. */
const BESIDE = 28;

/** Entries of a legend in as many lines as they need. */
export function inLines<T extends { text: string }>(entries: readonly T[], room: number): T[][] {
  const lines: T[][] = [];
  let left = 0;
  for (const entry of entries) {
    const need = textWidth(entry.text) + BESIDE;
    const line = lines[lines.length - 1];
    if (line && need <= left) {
      line.push(entry);
      left -= need;
    } else {
      lines.push([entry]);
      left = room - need;
    }
  }
  return lines;
}
