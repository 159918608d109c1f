/** Widths of letters in parts of the font's size, of Inter, rounded up: what is laid out by them never overlaps. */
const WIDTHS: ReadonlyArray<[letters: RegExp, width: number]> = [
  [/[ijlI !,.:;'·]/, 0.31],
  [/[`t|()/[\]\\fr]/, 0.38],
  [/[1{}\-_"^*–]/, 0.5],
  [/[a-ln-vx-z0-9?éèäöüßFLJ]/, 0.62],
  [/[ABEKPRSTVXYZ#$&+<=>~÷×±]/, 0.71],
  [/[CDGHNOQU]/, 0.77],
  [/[mw…≤≥→←↑↓▲◆]/, 0.9],
];
const WIDEST = 1.08;

function letterWidth(letter: string): number {
  return WIDTHS.find(([letters]) => letters.test(letter))?.[1] ?? WIDEST;
}

/** About how many pixels a text takes, without asking the browser: layouts stay pure and the same everywhere. */
export function textWidth(text: string, fontSize = 11): number {
  let sum = 0;
  for (const letter of text) {
    sum += letterWidth(letter);
  }
  return sum * fontSize;
}

/** As much of a text as fits, with an ellipsis; empty where not even two letters would. */
export function fitText(text: string, room: number, fontSize = 11): string {
  if (textWidth(text, fontSize) <= room) {
    return text;
  }
  let left = room - textWidth('…', fontSize);
  let kept = '';
  for (const letter of text) {
    left -= letterWidth(letter) * fontSize;
    if (left < 0) {
      break;
    }
    kept += letter;
  }
  return [...kept].length < 2 ? '' : `${kept.trimEnd()}…`;
}
