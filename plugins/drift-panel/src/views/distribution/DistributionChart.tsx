import React from 'react';
import { scaleLinear } from 'd3';
import { useTheme2 } from '@grafana/ui';
import type { Distribution } from '../../report/distribution.ts';
import { t } from '../../i18n/translate.ts';
import { ValueAxis } from '../marks/ValueAxis.tsx';
import type { ValueScale } from '../marks/value-ticks.ts';
import { paletteOf } from '../palette.ts';
import type { Scene } from '../scene.ts';
import { axisTicks, leftTicks } from './axis-ticks.ts';
import { BarMarks } from './BarMarks.tsx';
import { barValues, baseOf, hasMissing, valueScale } from './bar-values.ts';
import { BeyondAxis, BEYOND_LINE, hasBeyond } from './BeyondAxis.tsx';
import { CategoryLabels } from './CategoryLabels.tsx';
import { cellLines, ecdfLines, quantileLines } from './cell-words.ts';
import { ChartFrame } from './ChartFrame.tsx';
import { distributionLabel } from './chart-label.ts';
import { EcdfMarks } from './EcdfMarks.tsx';
import { edgeScale } from './edge-scale.ts';
import { MissingBar } from './MissingBar.tsx';
import type { Mode } from './modes.ts';
import { countText, shareText, shortText } from '../marks/numbers.ts';
import { ABOVE, plotArea, valueRange, type Span } from './plot-area.ts';
import { pointSpans, QqMarks } from './QqMarks.tsx';
import { tableRows } from './table-rows.ts';
import type { AxisCursor } from './use-cell-cursor.ts';

interface Props {
  scene: Scene;
  feature: string;
  distribution: Distribution;
  /** Already one that this distribution can be drawn as. */
  mode: Mode;
  width: number;
  height: number;
  /** Labels of the cells; false where the chart below has them. */
  labels: boolean;
  cursor?: AxisCursor;
}

/** Reference against current of one feature on shared cells, in one of the modes. */
export function DistributionChart({ scene, feature, distribution, mode, width, height, labels, cursor }: Props) {
  const palette = paletteOf(useTheme2());
  const { cells, ecdf, qq } = distribution;
  const colour = scene.colour(feature) ?? palette.current;
  const format = (value: number) => scene.format(feature, value);
  const beyond = cells.kind === 'bins' && hasBeyond(distribution);
  const area = plotArea({
    cells,
    width,
    height,
    labels,
    missing: hasMissing(distribution),
    logX: mode.logX,
    above: ABOVE,
    below: beyond ? BEYOND_LINE : 0,
  });
  const curve = mode.mode === 'ecdf' ? ecdf : undefined;
  const points = mode.mode === 'qq' ? qq : undefined;
  const values = barValues(distribution, mode.mode);
  const range = valueRange(area);
  const scale: ValueScale = curve
    ? scaleLinear().range(range)
    : points && cells.kind === 'bins'
      ? edgeScale(cells.edges, range, mode.logX)
      : valueScale(mode.logY ? { ...values, missing: undefined } : values, range, mode.logY);
  const base = baseOf(scale);
  const missing = points ? undefined : area.missing;
  const spans = points ? pointSpans(points, area) : [...area.spans, ...(missing ? [missing] : [])];
  const across: Span = area.lying ? [area.left, area.left + area.width] : [area.top, area.top + area.height];
  const ticks = points ? format : mode.mode === 'count' ? countText : mode.mode === 'density' ? shortText : shareText;
  const bottom = area.top + area.height;
  return (
    <ChartFrame
      width={width}
      height={area.svgHeight}
      label={distributionLabel(scene.label(feature), distribution, mode.mode, format)}
      cellsLabel={cellsLabel(scene.label(feature), points !== undefined, cells.kind)}
      spans={spans}
      lying={area.lying}
      across={across}
      lines={(cell) =>
        points
          ? quantileLines(points, cell, format)
          : curve
            ? ecdfLines(distribution, cell, format)
            : cellLines(distribution, cell, format)
      }
      table={tableRows(distribution, mode.mode, format)}
      cursor={points ? undefined : cursor}
    >
      {area.lying ? (
        <g transform={`translate(0,${bottom})`}>
          <ValueAxis scale={scale} side="bottom" palette={palette} ticks={axisTicks(scale, ticks)} grid={area.height} />
        </g>
      ) : (
        <g transform={`translate(${area.left},0)`}>
          <ValueAxis
            scale={scale}
            side="left"
            palette={palette}
            ticks={leftTicks(scale, ticks, area.left - 8)}
            grid={area.width}
          />
        </g>
      )}
      {curve ? (
        <EcdfMarks ecdf={curve} area={area} y={scale} format={format} palette={palette} colour={colour} />
      ) : points ? (
        <QqMarks qq={points} area={area} y={scale} palette={palette} colour={colour} />
      ) : (
        <BarMarks
          area={area}
          values={values}
          scale={scale}
          base={base}
          apart={cells.kind === 'categories'}
          colours={{ more: colour, less: palette.limit, reference: palette.reference }}
        />
      )}
      {missing && (
        <MissingBar
          area={area}
          span={missing}
          distribution={distribution}
          values={curve || mode.logY ? undefined : values.missing}
          scale={scale}
          base={base}
          palette={palette}
          colour={colour}
        />
      )}
      {area.lying ? (
        <line x1={base} x2={base} y1={area.top} y2={bottom} stroke={palette.grid} />
      ) : (
        <line
          x1={area.left}
          x2={area.left + area.width}
          y1={points ? bottom : base}
          y2={points ? bottom : base}
          stroke={palette.axis}
          strokeOpacity={0.5}
        />
      )}
      {labels && cells.kind === 'categories' && <CategoryLabels cells={cells} area={area} palette={palette} />}
      {labels && cells.kind === 'bins' && (
        <g transform={`translate(0,${bottom})`}>
          <ValueAxis scale={area.x} side="bottom" palette={palette} ticks={axisTicks(area.x, format)} />
        </g>
      )}
      {beyond && <BeyondAxis distribution={distribution} area={area} y={area.svgHeight - 3} palette={palette} />}
    </ChartFrame>
  );
}

function cellsLabel(name: string, points: boolean, kind: 'bins' | 'categories'): string {
  return points
    ? t('distribution.quantilesOf', 'Quantiles of {{name}}; arrow keys move through them', { name })
    : kind === 'bins'
      ? t('distribution.binsOf', 'Bins of {{name}}; arrow keys move through them', { name })
      : t('distribution.categoriesOf', 'Categories of {{name}}; arrow keys move through them', { name });
}
