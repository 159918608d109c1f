import { textPainter } from './paint-text.ts';
import type { Piece } from './piece.ts';

/** What style sheets may say about a drawing; on its own it has no style sheets. */
const STYLES = [
  ...['fill', 'fill-opacity', 'fill-rule', 'stroke', 'stroke-width', 'stroke-opacity', 'stroke-dasharray'],
  ...[
    'stroke-linecap',
    'stroke-linejoin',
    'opacity',
    'display',
    'visibility',
    'shape-rendering',
    'vector-effect',
    'clip-path',
  ],
  ...[
    'font-family',
    'font-size',
    'font-weight',
    'font-style',
    'text-anchor',
    'dominant-baseline',
    'color',
    'transform',
  ],
] as const;

/**
 * A drawing as an image, then its level texts: an image knows none of the page's fonts, the canvas does. Turned texts stay
 * in the image, in a font of the system.
 */
export function svgPaints(svg: SVGSVGElement): Array<Piece['paint']> {
  const { x, y, width, height } = svg.getBoundingClientRect();
  const texts = levelTexts(svg);
  const address = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(written(svg, new Set(texts)))}`;
  const image = async (context: CanvasRenderingContext2D) => {
    const picture = new Image();
    picture.src = address;
    await picture.decode();
    context.drawImage(picture, x, y, width, height);
  };
  return [image, ...texts.flatMap(textPaints)];
}

function levelTexts(svg: SVGSVGElement): SVGTextElement[] {
  return [...svg.querySelectorAll('text')].filter((text) => Math.abs(text.getScreenCTM()?.b ?? 0) < 1e-6);
}

function textPaints(element: SVGTextElement): Array<Piece['paint']> {
  const style = getComputedStyle(element);
  if (style.visibility === 'hidden' || style.display === 'none') {
    return [];
  }
  const parts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const paints: Array<Piece['paint']> = [];
  for (let part = parts.nextNode(); part; part = parts.nextNode()) {
    const holder = part.parentElement;
    if (part instanceof Text && holder && !holder.closest('title')) {
      const own = getComputedStyle(holder);
      paints.push(textPainter(part, own, own.fill));
    }
  }
  return paints;
}

/** The drawing as it stands, with its styles inside and without the texts that are painted by themselves. */
function written(svg: SVGSVGElement, without: ReadonlySet<Element>): string {
  const copy = svg.cloneNode(true);
  if (!(copy instanceof SVGSVGElement)) {
    return '';
  }
  const { width, height } = svg.getBoundingClientRect();
  const originals = [svg, ...svg.querySelectorAll('*')];
  const copies = [copy, ...copy.querySelectorAll('*')];
  originals.forEach((original, at) => {
    const style = getComputedStyle(original);
    const said = STYLES.map((name) => `${name}:${style.getPropertyValue(name)}`);
    copies[at]?.setAttribute('style', [...said, ...(without.has(original) ? ['display:none'] : [])].join(';'));
  });
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  copy.setAttribute('width', String(width));
  copy.setAttribute('height', String(height));
  return new XMLSerializer().serializeToString(copy);
}
