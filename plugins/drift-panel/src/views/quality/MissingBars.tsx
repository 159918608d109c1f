import React from 'react';
import type { QualityRow } from '../../report/quality.ts';
import type { Palette } from '../palette.ts';
import { MISSING_NUMBERS } from './quality-columns.ts';

interface Props {
  row: QualityRow;
  width: number;
  /** End of the axis, a share; the same for all rows. */
  max: number;
  palette: Palette;
}

/** "0.1 % / 3 %": never 0 % where something is missing. */
export function shareText(share: number): string {
  if (Number.isNaN(share)) {
    return '–';
  }
  const percent = share * 100;
  if (percent === 0) {
    return '0 %';
  }
  return percent < 0.1 ? '<0.1 %' : `${Number(percent.toPrecision(percent < 1 ? 1 : 2))} %`;
}

/** Missing values of both sides below each other on one scale: reference as outline, current as bar. */
export function MissingBars({ row, width, max, palette }: Props) {
  const track = Math.max(0, width - MISSING_NUMBERS);
  const x = (share: number) => (Number.isNaN(share) ? 0 : (share / max) * track);
  const bars = track > 0;
  return (
    <svg width={width} height={20} aria-hidden="true" style={{ display: 'block' }}>
      {bars && <rect x={0} y={4} width={track} height={12} fill={palette.track} opacity={0.5} />}
      {bars && (
        <rect x={0} y={10} width={x(row.missingCurrent)} height={6} fill={palette.current} data-side="current" />
      )}
      {x(row.missingReference) > 0 && (
        <rect
          x={0.5}
          y={4.5}
          width={Math.max(0.5, x(row.missingReference) - 1)}
          height={5}
          fill="none"
          stroke={palette.reference}
          data-side="reference"
        />
      )}
      <text x={width} y={14} textAnchor="end" fontSize={12} fill={palette.text}>
        {shareText(row.missingReference)} / {shareText(row.missingCurrent)}
      </text>
    </svg>
  );
}
