import React from 'react';
import type { ShareBands } from '../../report/distribution.ts';
import { t } from '../../i18n/translate.ts';
import { partLabels } from '../contribution/part-labels.ts';
import { shareText } from '../marks/numbers.ts';
import { FONT } from '../distribution/plot-area.ts';
import { textWidth } from '../marks/text-width.ts';
import type { Palette } from '../palette.ts';
import type { RowLayout } from './row-layout.ts';

type BandRow = ShareBands['rows'][number];

/** Strengths of the tints that neighbouring bands take in turn. */
const TINTS = [0.62, 0.3, 0.46, 0.18];

interface RowProps {
  row: BandRow;
  at: number;
  layout: RowLayout;
  toX: (share: number) => number;
  palette: Palette;
}

/** Left and right end of each band, 0 … 1. */
export function bandEnds(shares: readonly number[]): Array<[from: number, to: number]> {
  let sum = 0;
  return shares.map((share) => {
    const from = sum;
    sum += Number.isFinite(share) ? share : 0;
    return [from, sum];
  });
}

/** A chunk without rows has no shares, or only zeros. */
function isEmpty({ shares }: BandRow): boolean {
  return !shares.some((share) => share > 0);
}

function heightOf({ grounds, step }: RowLayout, at: number) {
  const height = Math.max(6, step - Math.min(8, step * 0.35));
  return { y: (grounds[at] ?? 0) - height, height };
}

export function Bands({ row, at, layout, toX, palette, colour }: RowProps & { colour: string }) {
  const box = heightOf(layout, at);
  if (isEmpty(row)) {
    return (
      <text
        x={(layout.left + layout.right) / 2}
        y={box.y + box.height - 3}
        fontSize={10}
        textAnchor="middle"
        fill={palette.axis}
      >
        {t('bands.none', 'no rows')}
      </text>
    );
  }
  return (
    <g>
      {bandEnds(row.shares).map(([from, to], i) => (
        <rect
          key={i}
          x={toX(from)}
          width={Math.max(0, toX(to) - toX(from))}
          {...box}
          fill={colour}
          fillOpacity={TINTS[i % TINTS.length]}
          data-share={row.shares[i]}
        />
      ))}
      {row.over && (
        <rect x={toX(0)} width={toX(1) - toX(0)} {...box} fill="none" stroke={palette.limit} strokeWidth={1.5} />
      )}
    </g>
  );
}

/** Lines from band to band of neighbouring rows. */
export function Joints({
  rows,
  layout,
  toX,
  palette,
}: {
  rows: BandRow[];
  layout: RowLayout;
  toX: (share: number) => number;
  palette: Palette;
}) {
  const paths = rows.slice(1).flatMap((row, i) => {
    const before = rows[i];
    if (!before || isEmpty(before) || isEmpty(row)) {
      return [];
    }
    const above = bandEnds(before.shares);
    const below = bandEnds(row.shares);
    const y = heightOf(layout, i + 1).y;
    return above.slice(0, -1).flatMap(([, to], band) => {
      const end = below[band]?.[1];
      return end === undefined ? [] : [`M${toX(to)},${layout.grounds[i] ?? 0}L${toX(end)},${y}`];
    });
  });
  return <path d={paths.join('')} stroke={palette.axis} strokeOpacity={0.6} strokeWidth={1} fill="none" />;
}

/** Above the reference the names, the largest first; in every row below the name and the share where they fit. */
export function BandNames({ row, at, labels, layout, toX, palette }: RowProps & { labels: string[] }) {
  const box = heightOf(layout, at);
  const ends = bandEnds(row.shares);
  if (at === 0) {
    // Names alone where shares beside them would leave others without a name.
    const [withShares = [], alone = []] = [1, 2].map((texts) =>
      partLabels(
        ends.map(([from, to], cell) => ({
          cell,
          middle: (toX(from) + toX(to)) / 2,
          part: to - from,
          texts: [`${labels[cell] ?? ''} ${shareText(row.shares[cell] ?? 0)}`, labels[cell] ?? ''].slice(texts - 1),
        })),
        layout.left,
        layout.right - layout.left
      )
    );
    const placed = alone.length > withShares.length ? alone : withShares;
    return (
      <g fontSize={FONT} fill={palette.text}>
        {placed.map(({ cell, text, left, width }) => (
          <text key={cell} x={left + width / 2} textAnchor="middle" y={box.y - 4}>
            {text}
          </text>
        ))}
      </g>
    );
  }
  return box.height < 11 ? null : (
    <g fontSize={FONT} fill={palette.text}>
      {ends.map(([from, to], i) => {
        const room = toX(to) - toX(from) - 8;
        const label = labels[i] ?? '';
        const text = [`${label} ${shareText(row.shares[i] ?? 0)}`, label].find((one) => textWidth(one, FONT) <= room);
        return (
          text && (
            <text key={i} x={toX(from) + 4} y={box.y + box.height / 2 + 4}>
              {text}
            </text>
          )
        );
      })}
    </g>
  );
}
