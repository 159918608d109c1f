/** The words of a text, where the page has set them, one by one: a text may go over several lines. */
export function textPainter(
  text: Text,
  style: CSSStyleDeclaration,
  colour: string
): (context: CanvasRenderingContext2D) => void {
  const words = wordsOf(text, style.textTransform === 'uppercase');
  const font = `${style.fontStyle} ${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
  return (context) => {
    context.font = font;
    context.fillStyle = colour;
    context.textBaseline = 'alphabetic';
    for (const { word, rect } of words) {
      const { fontBoundingBoxAscent: ascent, fontBoundingBoxDescent: descent } = context.measureText(word);
      // A word's box is as high as its font, whatever the line's height.
      context.fillText(word, rect.left, rect.top + (rect.height - ascent - descent) / 2 + ascent);
    }
  };
}

function wordsOf(text: Text, upper: boolean): Array<{ word: string; rect: DOMRect }> {
  const range = document.createRange();
  return [...text.data.matchAll(/\S+/g)].map(({ 0: word, index }) => {
    range.setStart(text, index);
    range.setEnd(text, index + word.length);
    return { word: upper ? word.toUpperCase() : word, rect: range.getBoundingClientRect() };
  });
}
