import React from 'react';
import { scaleLinear } from 'd3';
import { useTheme2 } from '@grafana/ui';
import type { Ridgeline, RidgeRow } from '../../report/distribution.ts';
import { t } from '../../i18n/translate.ts';
import { axisTicks } from '../distribution/axis-ticks.ts';
import { ChartFrame } from '../distribution/ChartFrame.tsx';
import { edgeScale } from '../distribution/edge-scale.ts';
import { countText } from '../marks/numbers.ts';
import { FONT } from '../distribution/plot-area.ts';
import { ValueAxis } from '../marks/ValueAxis.tsx';
import { paletteOf } from '../palette.ts';
import type { Scene } from '../scene.ts';
import { chunkOf } from './chunk-of.ts';
import { Quartiles, Ridge } from './Ridge.tsx';
import { densityTop } from './ridge-path.ts';
import { rowLayout } from './row-layout.ts';
import { RowWords, rowNames, wordsRoom } from './RowWords.tsx';

interface Props {
  scene: Scene;
  feature: string;
  ridgeline: Ridgeline;
  width: number;
  height: number;
}

const AXIS = 22;
/** How far a ridge may rise into the rows above, in rows. */
const OVERLAP = { most: 2.2, pixels: 84 };

/** Density of each chunk on its own line, the reference first and behind every other as a fine line. */
export function RidgeRows({ scene, feature, ridgeline, width, height }: Props) {
  const palette = paletteOf(useTheme2());
  const { x, rows } = ridgeline;
  const names = rowNames(rows, scene.timeZone);
  const { left, right } = wordsRoom(names, width);
  const most = Math.min(46, Math.max(24, height / 8));
  const layout = rowLayout({
    rows: rows.length,
    width,
    height,
    left,
    right,
    above: most,
    below: AXIS,
    least: 10,
    most,
  });
  const rise = Math.min(layout.step * OVERLAP.most, OVERLAP.pixels, layout.step + most - 4);
  const toX = edgeScale([x[0] ?? 0, x[x.length - 1] ?? 1], [layout.left, layout.right], false);
  const toHeight = scaleLinear()
    .domain([0, densityTop(rows)])
    .range([0, rise])
    .clamp(true);
  const name = scene.label(feature);
  const over = rows.filter((row) => row.over).length;
  const format = (value: number) => scene.format(feature, value);
  return (
    <ChartFrame
      width={width}
      height={layout.svgHeight}
      label={t('ridgeline.label', '{{name}}: {{title}}. {{chunks}} chunks, {{over}} of them over the limit.', {
        title: ridgeline.title,
        name,
        chunks: rows.length - 1,
        over,
      })}
      cellsLabel={t('ridgeline.rows', 'Chunks of {{name}}; arrow keys move through them, Enter chooses one', { name })}
      spans={layout.spans}
      lying
      across={[layout.left, layout.right]}
      lines={(row) => [rows[row]?.title ?? '', ...quartileLine(rows[row], format)]}
      table={{
        columns: [
          t('ridgeline.chunk', 'chunk'),
          t('ridgeline.n', 'rows'),
          t('ridgeline.q1', '25 % lie below'),
          t('ridgeline.median', 'median'),
          t('ridgeline.q3', '75 % lie below'),
          t('ridgeline.state', 'over the limit'),
        ],
        rows: rows.map((row, i) => [
          names[i] ?? '',
          countText(row.n),
          ...[0, 1, 2].map((at) => (row.quartiles ? format(row.quartiles[at] ?? NaN) : '–')),
          row.over ? t('ridgeline.yes', 'yes') : t('ridgeline.no', 'no'),
        ]),
      }}
      onEnter={(row) => {
        const chunk = chunkOf(scene.report, feature, rows[row] ?? {});
        scene.actions.select({ chunk });
      }}
    >
      <g transform={`translate(0,${layout.svgHeight - AXIS})`}>
        <ValueAxis
          scale={toX}
          side="bottom"
          palette={palette}
          ticks={axisTicks(toX, format)}
          grid={layout.svgHeight - AXIS - 10}
        />
      </g>
      {rows.map((row, i) => (
        <Ridge
          key={i}
          row={row}
          behind={i > 0 ? (rows[0]?.density ?? []) : []}
          x={x}
          ground={layout.grounds[i] ?? 0}
          scales={{ toX, toHeight }}
          palette={palette}
          colour={scene.colour(feature) ?? palette.current}
        />
      ))}
      {rows.map(({ quartiles = [], density }, i) => (
        <g key={i}>
          <Quartiles at={quartiles.map(toX)} ground={layout.grounds[i] ?? 0} palette={palette} />
          {density.length === 0 && (
            <text x={layout.left + 6} y={(layout.grounds[i] ?? 0) - 3} fontSize={FONT} fill={palette.axis}>
              {t('ridgeline.few', 'too few rows')}
            </text>
          )}
        </g>
      ))}
      <RowWords scene={scene} rows={rows} names={names} layout={layout} palette={palette} />
    </ChartFrame>
  );
}

function quartileLine(row: RidgeRow | undefined, format: (value: number) => string): string[] {
  const [q1, median, q3] = row?.quartiles ?? [];
  return q1 === undefined || median === undefined || q3 === undefined
    ? []
    : [
        t('ridgeline.quartiles', 'quartiles {{q1}}, {{median}}, {{q3}}', {
          q1: format(q1),
          median: format(median),
          q3: format(q3),
        }),
      ];
}
