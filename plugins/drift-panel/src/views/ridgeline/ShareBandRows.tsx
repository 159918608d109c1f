import React from 'react';
import { useTheme2 } from '@grafana/ui';
import type { ShareBands } from '../../report/distribution.ts';
import { t } from '../../i18n/translate.ts';
import { ChartFrame } from '../distribution/ChartFrame.tsx';
import { countText, shareText } from '../marks/numbers.ts';
import { paletteOf } from '../palette.ts';
import type { Scene } from '../scene.ts';
import { BandNames, Bands, Joints } from './Bands.tsx';
import { chunkOf } from './chunk-of.ts';
import { rowLayout } from './row-layout.ts';
import { RowWords, rowNames, wordsRoom } from './RowWords.tsx';

interface Props {
  scene: Scene;
  feature: string;
  bands: ShareBands;
  width: number;
  height: number;
}

/** Shares of the categories in each chunk, one bar a chunk; bands go on from row to row, so that a change is a bend. */
export function ShareBandRows({ scene, feature, bands, width, height }: Props) {
  const palette = paletteOf(useTheme2());
  const { rows, labels } = bands;
  const names = rowNames(rows, scene.timeZone);
  const { left, right } = wordsRoom(names, width);
  const layout = rowLayout({ rows: rows.length, width, height, left, right, above: 16, below: 6, least: 12, most: 34 });
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
