import { piecesOf } from './pieces.ts';

/** Fine enough for print where the screen is not. */
const LEAST_SCALE = 2;

/**
 * What an element shows, as PNG on a background: boxes, texts, drawings and canvases, in the page's own fonts. What CSS
 * draws otherwise (gradients, shadows) and what is scrolled out of sight is not in it.
 * @throws with a sentence where the browser lets no canvas be read
 */
export async function pictureOf(element: Element, background: string): Promise<Blob> {
  const box = element.getBoundingClientRect();
  const scale = Math.max(LEAST_SCALE, window.devicePixelRatio);
  const canvas = document.createElement('canvas');
  canvas.width = Math.ceil(box.width * scale);
  canvas.height = Math.ceil(box.height * scale);
  const context = canvas.getContext('2d');
  if (!context) {
    throw new Error('The browser gives no canvas to draw the picture on.');
  }
  const pieces = piecesOf(element, { clip: box, opacity: 1 });
  context.fillStyle = background;
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.scale(scale, scale);
  context.translate(-box.left, -box.top);
  for (const { clip, opacity, paint } of pieces) {
    context.save();
    context.beginPath();
    context.rect(clip.x, clip.y, clip.width, clip.height);
    context.clip();
    context.globalAlpha = opacity;
    await paint(context);
    context.restore();
  }
  return new Promise((resolve, reject) =>
    canvas.toBlob(
      (blob) => (blob ? resolve(blob) : reject(new Error('The browser made no picture: the panel may be too large.'))),
      'image/png'
    )
  );
}
