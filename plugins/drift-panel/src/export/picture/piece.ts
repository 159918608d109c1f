/** Something to paint: where, and how. Everything is measured before the first is painted, so that nothing moves between. */
export interface Piece {
  /** In client coordinates: outside of it nothing is painted. */
  clip: DOMRect;
  opacity: number;
  paint: (context: CanvasRenderingContext2D) => void | Promise<void>;
}

export function intersection(a: DOMRect, b: DOMRect): DOMRect {
  const left = Math.max(a.left, b.left);
  const top = Math.max(a.top, b.top);
  const right = Math.min(a.right, b.right);
  const bottom = Math.min(a.bottom, b.bottom);
  return new DOMRect(left, top, Math.max(0, right - left), Math.max(0, bottom - top));
}

export function isEmpty({ width, height }: DOMRect): boolean {
  return width <= 0 || height <= 0;
}
