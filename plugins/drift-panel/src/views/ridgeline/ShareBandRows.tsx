import React from 'react';
import { useTheme2 } from '@grafana/ui';
import type { ShareBands } from '../../report/distribution.ts';
import { t } from '../../i18n/translate.ts';
import { ChartFrame } from '../distribution/ChartFrame.tsx';
import { countText, shareText } from '../distribution/numbers.ts';
import { FONT } from '../distribution/plot-area.ts';
import { fitText, textWidth } from '../marks/text-width.ts';
import { paletteOf, type Palette } from '../palette.ts';
import type { Scene } from '../scene.ts';
import { chunkOf } from './chunk-of.ts';
import { rowLayout, type RowLayout } from './row-layout.ts';
import { RowWords, rowNames, wordsRoom } from './RowWords.tsx';

interface Props {
  scene: Scene;
  feature: string;
  bands: ShareBands;
  width: number;
  height: number;
}

type BandRow = ShareBands['rows'][number];

/** Strengths of the tints that neighbouring bands take in turn. */
const TINTS = [0.62, 0.3, 0.46, 0.18];

/** Shares of the categories in each chunk, one bar a chunk; bands go on from row to row, so that a change is a bend. */
export function ShareBandRows({ scene, feature, bands, width, height }: Props) {
  const palette = paletteOf(useTheme2());
  const { rows, labels } = bands;
  const names = rowNames(rows, scene.timeZone);
  const { left, right } = wordsRoom(names, width);
  const layout = rowLayout({ rows: rows.length, width, height, left, right, above: 4, below: 6, least: 12, most: 34 });
  const name = scene.label(feature);
  const over = rows.filter((row) => row.over).length;
  const colour = scene.colour(feature) ?? palette.current;
  const toX = (share: number) => layout.left + share * (layout.right - layout.left);
  return (
    <ChartFrame
      width={width}
      height={layout.svgHeight}
      label={t('bands.label', '{{name}}: {{title}}. {{chunks}} chunks, {{over}} of them over the limit.', {
        title: bands.title,
        name,
        chunks: rows.length - 1,
        over,
      })}
      cellsLabel={t('bands.rows', 'Chunks of {{name}}; arrow keys move through them, Enter chooses one', { name })}
      spans={layout.spans}
      lying
      across={[layout.left, layout.right]}
      lines={(row) => [
        rows[row]?.title ?? '',
        ...(rows[row]?.shares ?? []).map((share, i) => `${labels[i] ?? ''} ${shareText(share)}`),
      ]}
      table={{
        columns: [t('bands.chunk', 'chunk'), ...labels, t('bands.n', 'rows'), t('bands.state', 'over the limit')],
        rows: rows.map((row, i) => [
          names[i] ?? '',
          ...labels.map((_, at) => shareText(row.shares[at] ?? NaN)),
          countText(row.n),
          row.over ? t('bands.yes', 'yes') : t('bands.no', 'no'),
        ]),
      }}
      onEnter={(row) => scene.actions.select({ chunk: chunkOf(scene.report, feature, rows[row] ?? {}) })}
    >
      {rows.map((row, i) => (
        <Bands key={i} row={row} at={i} layout={layout} toX={toX} palette={palette} colour={colour} />
      ))}
      <Joints rows={rows} layout={layout} toX={toX} palette={palette} />
      {rows.map((row, i) => (
        <BandNames key={i} row={row} at={i} labels={labels} layout={layout} toX={toX} palette={palette} />
      ))}
      <RowWords scene={scene} rows={rows} names={names} layout={layout} palette={palette} />
    </ChartFrame>
  );
}

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

function Bands({ row, at, layout, toX, palette, colour }: RowProps & { colour: string }) {
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
function Joints({
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

/** Names where they fit: on the reference with the share, on every other row the name alone if it is wide enough. */
function BandNames({ row, at, labels, layout, toX, palette }: RowProps & { labels: string[] }) {
  const box = heightOf(layout, at);
  if (box.height < 11) {
    return null;
  }
  return (
    <g fontSize={FONT} fill={palette.text}>
      {bandEnds(row.shares).map(([from, to], i) => {
        const room = toX(to) - toX(from) - 8;
        const label = labels[i] ?? '';
        const long = `${label} ${shareText(row.shares[i] ?? 0)}`;
        const text =
          textWidth(long, FONT) <= room
            ? long
            : at === 0
              ? fitText(label, room, FONT)
              : textWidth(label, FONT) <= room
                ? label
                : '';
        return (
          text !== '' && (
            <text key={i} x={toX(from) + 4} y={box.y + box.height / 2 + 4}>
              {text}
            </text>
          )
        );
      })}
    </g>
  );
}
