import React from 'react';
import { scaleLinear } from 'd3';
import { useTheme2 } from '@grafana/ui';
import type { Contribution } from '../../report/distribution.ts';
import { t } from '../../i18n/translate.ts';
import { axisTicks } from '../distribution/axis-ticks.ts';
import { BarMarks } from '../distribution/BarMarks.tsx';
import { CategoryLabels } from '../distribution/CategoryLabels.tsx';
import { cellName } from '../distribution/cell-words.ts';
import { ChartFrame } from '../distribution/ChartFrame.tsx';
import { shareText } from '../marks/numbers.ts';
import {
  ABOVE,
  LABEL_LINE,
  plotArea,
  standing,
  valueRange,
  type PlotArea,
  type Span,
} from '../distribution/plot-area.ts';
import type { AxisCursor } from '../distribution/use-cell-cursor.ts';
import { ValueAxis } from '../marks/ValueAxis.tsx';
import { paletteOf, type Palette } from '../palette.ts';
import type { Scene } from '../scene.ts';
import { biggest, LEAST_LABELLED, LyingLabels, StandingLabels } from './PartLabels.tsx';

interface Props {
  scene: Scene;
  feature: string;
  contribution: Contribution;
  width: number;
  height: number;
  /** Edges of the distribution, whose axis this one continues; its own bins may be others. */
  axis?: readonly number[];
  /** Room for missing values, which have no part, so that the axis is that of the distribution. */
  missing: boolean;
  logX: boolean;
  labels: boolean;
  cursor?: AxisCursor;
}

/** Room for "100 %" beside a lying bar. */
const LYING_LABEL = 40;

/** What each cell adds to the measure: up where the current side has more rows, down where it has fewer. */
export function ContributionChart({
  scene,
  feature,
  contribution,
  axis,
  width,
  height,
  missing,
  logX,
  labels,
  cursor,
}: Props) {
  const palette = paletteOf(useTheme2());
  const { cells, title, titles } = contribution;
  const parts = contribution.parts.map((part) => (Number.isFinite(part) ? part : 0));
  const format = (value: number) => scene.format(feature, value);
  // Lying rows go on from those of the distribution; standing bars have a line for labels where they have any.
  const stands = standing(cells, width, missing);
  const above = stands && parts.some((part) => part >= LEAST_LABELLED) ? LABEL_LINE : ABOVE;
  const below = stands && parts.some((part) => part <= -LEAST_LABELLED) ? LABEL_LINE : 0;
  const area = plotArea({ cells, axis, width, height, missing, logX, labels, above, below });
  const [low, high] = valueRange(area);
  const max = Math.max(0, ...parts);
  const min = Math.min(0, ...parts);
  const inset = area.lying ? LYING_LABEL : 0;
  const scale = scaleLinear()
    .domain(max > min ? [min, max] : [0, 1])
    .range([low + (min < 0 ? inset : 0), high - inset]);
  const across: Span = area.lying ? [area.left, area.left + area.width] : [area.top, area.top + area.height];
  const name = scene.label(feature);
  const colours = { more: scene.colour(feature) ?? palette.current, less: palette.limit, reference: palette.reference };
  return (
    <ChartFrame
      width={width}
      height={area.svgHeight}
      label={`${t('contribution.label', 'What each cell of {{name}} adds to {{title}}', { name, title })}. ${titles[biggest(parts)] ?? ''}.`}
      cellsLabel={t('contribution.cells', 'Parts of the drift of {{name}}; arrow keys move through them', { name })}
      spans={area.spans}
      lying={area.lying}
      across={across}
      lines={(cell) => [titles[cell] ?? '']}
      table={{
        columns: [
          t('contribution.cell', 'cell'),
          t('contribution.direction', 'current has'),
          t('contribution.part', 'part of {{title}}', { title }),
        ],
        rows: parts.map((part, i) => [cellName(contribution, i, format), direction(part), shareText(Math.abs(part))]),
      }}
      cursor={cursor}
    >
      {!area.lying && (
        <g transform={`translate(${area.left},0)`}>
          <ValueAxis
            scale={scale}
            side="left"
            palette={palette}
            format={(part) => shareText(Math.abs(part))}
            grid={area.width}
          />
        </g>
      )}
      <BarMarks
        area={area}
        values={{ current: parts, reference: [] }}
        scale={scale}
        base={scale(0)}
        apart={cells.kind === 'categories'}
        colours={colours}
      />
      <ZeroLine area={area} at={scale(0)} palette={palette} />
      {area.lying ? (
        <LyingLabels area={area} parts={parts} scale={scale} palette={palette} />
      ) : (
        <StandingLabels area={area} contribution={{ ...contribution, parts }} palette={palette} />
      )}
      {labels && cells.kind === 'categories' && (
        <CategoryLabels
          cells={cells}
          area={area.lying ? area : { ...area, height: area.height + below }}
          palette={palette}
        />
      )}
      {labels && cells.kind === 'bins' && (
        <g transform={`translate(0,${area.top + area.height + below})`}>
          <ValueAxis scale={area.x} side="bottom" palette={palette} ticks={axisTicks(area.x, format)} />
        </g>
      )}
    </ChartFrame>
  );
}

function direction(part: number): string {
  return part > 0
    ? t('contribution.more', 'more')
    : part < 0
      ? t('contribution.fewer', 'fewer')
      : t('contribution.same', 'as many');
}

function ZeroLine({ area, at, palette }: { area: PlotArea; at: number; palette: Palette }) {
  const line = area.lying
    ? { x1: at, x2: at, y1: area.top, y2: area.top + area.height }
    : { x1: area.left, x2: area.left + area.width, y1: at, y2: at };
  return <line {...line} stroke={palette.axis} strokeOpacity={0.6} />;
}
