const NOTHING = /^(transparent|rgba\(.*, ?0\))$/;

/** Background and borders of an element. Gradients and shadows are left out. */
export function boxPainter(
  style: CSSStyleDeclaration,
  rect: DOMRect
): ((context: CanvasRenderingContext2D) => void) | undefined {
  const fill = NOTHING.test(style.backgroundColor) ? undefined : style.backgroundColor;
  const sides = bordersOf(style, rect);
  const radius = Number.parseFloat(style.borderTopLeftRadius) || 0;
  if (fill === undefined && sides.length === 0) {
    return undefined;
  }
  return (context) => {
    if (fill !== undefined) {
      context.fillStyle = fill;
      context.beginPath();
      context.roundRect(rect.x, rect.y, rect.width, rect.height, radius);
      context.fill();
    }
    for (const { colour, width, dash, line } of sides) {
      context.strokeStyle = colour;
      context.lineWidth = width;
      context.setLineDash(dash);
      context.beginPath();
      context.moveTo(line[0], line[1]);
      context.lineTo(line[2], line[3]);
      context.stroke();
    }
    context.setLineDash([]);
  };
}

interface Border {
  colour: string;
  width: number;
  dash: number[];
  /** x and y of its ends, in the middle of its width. */
  line: readonly [number, number, number, number];
}

function bordersOf(style: CSSStyleDeclaration, { left, top, right, bottom }: DOMRect): Border[] {
  return (['Top', 'Right', 'Bottom', 'Left'] as const).flatMap((side) => {
    const width = Number.parseFloat(style[`border${side}Width`]) || 0;
    const colour = style[`border${side}Color`];
    const kind = style[`border${side}Style`];
    if (width === 0 || kind === 'none' || NOTHING.test(colour)) {
      return [];
    }
    const half = width / 2;
    const line = {
      Top: [left, top + half, right, top + half],
      Right: [right - half, top, right - half, bottom],
      Bottom: [left, bottom - half, right, bottom - half],
      Left: [left + half, top, left + half, bottom],
    } as const;
    const dash = kind === 'dashed' ? [3 * width, 2 * width] : kind === 'dotted' ? [width, width] : [];
    return [{ colour, width, dash, line: line[side] }];
  });
}
