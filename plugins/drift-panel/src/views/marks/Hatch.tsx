import React from 'react';

interface Props {
  x: number;
  y: number;
  width: number;
  height: number;
  colour: string;
}

const STEP = 4;

/** Diagonal lines in a box: "nothing was measured here". Drawn as lines, since svg pattern ids clash between panels. */
export function Hatch({ x, y, width, height, colour }: Props) {
  const lines: string[] = [];
  for (let offset = STEP / 2; offset < width + height; offset += STEP) {
    const x1 = Math.min(offset, width);
    const y1 = Math.max(0, offset - width);
    const x2 = Math.max(0, offset - height);
    const y2 = Math.min(offset, height);
    lines.push(`M${x + x1},${y + y1}L${x + x2},${y + y2}`);
  }
  return (
    <g>
      <rect x={x} y={y} width={width} height={height} fill="transparent" />
      <path d={lines.join('')} stroke={colour} strokeWidth={0.75} fill="none" />
    </g>
  );
}
