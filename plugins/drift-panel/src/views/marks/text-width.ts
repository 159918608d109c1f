/** Width of a letter in parts of the font's size; generous, so that what is laid out by it never overlaps. */
function letterWidth(letter: string): number {
  if (/[ -~]/.test(letter)) {
    return /[ijl.,:;|!'I()]/.test(letter) ? 0.34 : /[mwMW@%]/.test(letter) ? 0.95 : /[A-Z]/.test(letter) ? 0.72 : 0.6;
  }
  return /[÷×±≤≥–…·\u00c0-\u052f]/.test(letter) ? 0.68 : 1.05;
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
