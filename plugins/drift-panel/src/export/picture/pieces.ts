import { boxPainter } from './paint-box.ts';
import { svgPaints } from './paint-svg.ts';
import { textPainter } from './paint-text.ts';
import { intersection, isEmpty, type Piece } from './piece.ts';

/** Set on what is no part of a picture: menus, progress. */
export const NOT_IN_PICTURE = 'data-not-in-picture';

type Around = Pick<Piece, 'clip' | 'opacity'>;

/** What is to be painted of an element and all in it, from back to front in the order of the document. */
export function piecesOf(element: Element, around: Around): Piece[] {
  const style = getComputedStyle(element);
  const opacity = around.opacity * Number(style.opacity);
  const hidden = style.display === 'none' || style.visibility === 'hidden' || opacity === 0;
  if (hidden || isEmpty(around.clip) || element.hasAttribute(NOT_IN_PICTURE)) {
    return [];
  }
  const rect = element.getBoundingClientRect();
  const here = { clip: around.clip, opacity };
  const box = boxPainter(style, rect);
  const own = [...(box ? [box] : []), ...ownPaints(element, rect)].map((paint) => ({ ...here, paint }));
  if (element instanceof SVGSVGElement || element instanceof HTMLCanvasElement) {
    return own;
  }
  const inside = { clip: style.overflow === 'visible' ? around.clip : intersection(around.clip, rect), opacity };
  return [...own, ...[...element.childNodes].flatMap((child) => childPieces(child, style, inside))];
}

function childPieces(child: ChildNode, style: CSSStyleDeclaration, inside: Around): Piece[] {
  if (child instanceof Text && child.data.trim() !== '') {
    return isEmpty(inside.clip) ? [] : [{ ...inside, paint: textPainter(child, style, style.color) }];
  }
  return child instanceof Element ? piecesOf(child, inside) : [];
}

function ownPaints(element: Element, { x, y, width, height }: DOMRect): Array<Piece['paint']> {
  if (element instanceof SVGSVGElement) {
    return width > 0 && height > 0 ? svgPaints(element) : [];
  }
  if (element instanceof HTMLCanvasElement && element.width > 0 && element.height > 0) {
    return [(context) => context.drawImage(element, x, y, width, height)];
  }
  return [];
}
