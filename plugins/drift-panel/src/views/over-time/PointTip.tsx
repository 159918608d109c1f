import React from 'react';
import { Tooltip } from '../marks/Tooltip.tsx';
import type { Pointed } from './PointWalker.tsx';

interface Props {
  pointed: Pointed | undefined;
  /** In front where several features are on the screen. */
  name?: string;
  /** A line each; empty: no tooltip. */
  told: readonly string[];
}

/** What there is to say of the point that pointer or keyboard is on. */
export function PointTip({ pointed, name, told }: Props) {
  if (!pointed || told.length === 0) {
    return null;
  }
  return (
    <Tooltip x={pointed.x} y={pointed.y}>
      {name && <b>{name}</b>}
      {told.map((line, at) => (
        <div key={at}>{line}</div>
      ))}
    </Tooltip>
  );
}
