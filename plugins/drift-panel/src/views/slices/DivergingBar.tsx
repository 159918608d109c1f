import React from 'react';
import { useTheme2 } from '@grafana/ui';
import { paletteOf } from '../palette.ts';

interface Props {
  value: number;
  /** End of the scale at both sides of zero; the same for all bars of the table. */
  max: number;
  width: number;
  /** Outlined instead of filled, so that two kinds beside each other differ without colour. */
  hollow: boolean;
}

const HEIGHT = 14;

/** A number to the left or right of zero. */
export function DivergingBar({ value, max, width, hollow }: Props) {
  const palette = paletteOf(useTheme2());
  const middle = width / 2;
  const length = max > 0 && Number.isFinite(value) ? (Math.min(1, Math.abs(value) / max) * (width - 4)) / 2 : 0;
  const colour = value < 0 ? palette.limit : palette.current;
  return (
    <svg width={width} height={HEIGHT} aria-hidden="true" style={{ display: 'block' }}>
      <rect x={0} y={HEIGHT / 2 - 3} width={width} height={6} rx={2} fill={palette.track} opacity={0.5} />
      <rect
        x={value < 0 ? middle - length : middle}
        y={HEIGHT / 2 - 4}
        width={length}
        height={8}
        fill={hollow ? 'none' : colour}
        stroke={colour}
        strokeWidth={hollow ? 1.5 : 0}
        data-value={value}
      />
      <line x1={middle} x2={middle} y1={1} y2={HEIGHT - 1} stroke={palette.axis} />
    </svg>
  );
}
