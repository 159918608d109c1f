import React from 'react';
import type { Palette } from '../palette.ts';

interface Props {
  /** `scene.cursor`, epoch ms. */
  time: number | undefined;
  x: (time: number) => number;
  width: number;
  height: number;
  palette: Palette;
}

/** The cursor that all panels of a dashboard share; nothing where it is elsewhere. */
export function CursorLine({ time, x, width, height, palette }: Props) {
  const at = time === undefined ? NaN : x(time);
  if (!(at >= 0 && at <= width)) {
    return null;
  }
  return (
    <line
      x1={at}
      x2={at}
      y2={height}
      stroke={palette.text}
      strokeOpacity={0.7}
      strokeDasharray="2 2"
      pointerEvents="none"
    />
  );
}
