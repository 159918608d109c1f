import React from 'react';
import type { Palette } from '../palette.ts';

interface Props {
  value: number | undefined;
  /** Largest importance of all features. */
  max: number;
  width: number;
  palette: Palette;
}

const NUMBER = 36;

/** How much the model leans on the feature: a thin bar with its number. */
export function Importance({ value, max, width, palette }: Props) {
  const track = width - NUMBER;
  const known = value !== undefined && Number.isFinite(value);
  return (
    <svg width={width} height={20} aria-hidden="true" style={{ display: 'block' }}>
      {known && max > 0 && (
        <rect
          x={0}
          y={8}
          width={Math.max(1, (Math.max(0, value) / max) * track)}
          height={4}
          rx={1}
          fill={palette.axis}
        />
      )}
      <text x={width} y={14} textAnchor="end" fontSize={12} fill={known ? palette.text : palette.axis}>
        {known ? Number(value.toPrecision(2)) : '–'}
      </text>
    </svg>
  );
}
