import React, { useEffect, useRef, useState } from 'react';
import { css, cx } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2, useTheme2 } from '@grafana/ui';
import { t } from '../../i18n/translate.ts';
import type { OverTime } from '../../report/history.ts';
import { CursorLine } from '../marks/CursorLine.tsx';
import { layLines, MarkLines } from '../marks/MarkLines.tsx';
import { TIME_AXIS_HEIGHT, TimeAxis } from '../marks/TimeAxis.tsx';
import { ValueAxis } from '../marks/ValueAxis.tsx';
import { paletteOf } from '../palette.ts';
import type { Scene } from '../scene.ts';
import { ChosenChunk, chunkAt } from './ChosenChunk.tsx';
import { during, linesThrough } from './lines.ts';
import { OverTimeTable } from './OverTimeTable.tsx';
import { clipped, plotArea, type Range } from './plot-area.ts';
import { PointTip } from './PointTip.tsx';
import { PointWalker, type Pointed } from './PointWalker.tsx';
import { StepPlot } from './StepPlot.tsx';

interface Props {
  overTime: OverTime;
  /** Of all cells beside each other. */
  range: Range;
  scene: Scene;
  /** Room for the labels of the value axis; 0: a cell further left has them. */
  left: number;
  width: number;
  plotWidth: number;
  /** Head and plot; the time axis comes below. */
  height: number;
  axis: boolean;
  /** A new object moves the keyboard here. */
  focused: object | undefined;
  onOther: (step: 1 | -1) => void;
}

export const MULTIPLE_HEAD = 18;

/** One feature among several: name, steps, limit, no words in the plot. */
export function Multiple({ overTime, range, scene, left, width, plotWidth, height, axis, focused, onOther }: Props) {
  const styles = useStyles2(getStyles);
  const palette = paletteOf(useTheme2());
  const [pointed, setPointed] = useState<Pointed>();
  const cell = useRef<HTMLDivElement>(null);
  const name = scene.label(overTime.feature);
  const shown = clipped({ ...overTime, from: range.from, to: range.to });
  const lines = linesThrough(overTime, scene.marks, palette);
  const bottom = axis ? TIME_AXIS_HEIGHT : 0;
  const box = { left, right: width - left - plotWidth, top: 2, bottom };
  const area = plotArea(range, { ...box, width, height: height - MULTIPLE_HEAD + bottom });
  const point = pointed && shown.points[pointed.at];
  const told = point ? [point.title, ...during(lines, point)] : [];
  const isChosen = scene.selection.feature === overTime.feature;

  useEffect(() => {
    if (focused) {
      cell.current?.querySelector<HTMLElement>('[role="slider"]')?.focus();
    }
  }, [focused]);

  const onChoose = (at: number) =>
    scene.actions.select({ feature: overTime.feature, chunk: chunkAt(scene.report.heatmap, shown.points[at]) });

  return (
    <div ref={cell} className={styles.cell} style={{ width }} data-feature={overTime.feature}>
      <button
        type="button"
        className={cx(styles.name, isChosen && styles.chosen)}
        style={{ marginLeft: left, maxWidth: plotWidth }}
        title={`${name}: ${overTime.limitLabel}`}
        aria-pressed={isChosen}
        onClick={() => scene.actions.select({ feature: overTime.feature })}
      >
        {name}
      </button>
      <div className={styles.plot}>
        <svg
          width={width}
          height={height - MULTIPLE_HEAD + bottom}
          role="img"
          aria-label={t('over-time.multiple', '{{name}} over time', { name })}
          className={styles.svg}
        >
          <g transform={`translate(${area.left},${area.top})`}>
            {left > 0 ? (
              <ValueAxis scale={area.y} side="left" palette={palette} ticks={area.ticks} grid={area.width} />
            ) : (
              area.ticks.map(({ value, at }) => (
                <line key={value} x2={area.width} y1={at} y2={at} stroke={palette.grid} />
              ))
            )}
            <ChosenChunk scene={scene} feature={overTime.feature} area={area} palette={palette} />
            <StepPlot
              overTime={shown}
              area={area}
              palette={palette}
              colour={scene.colour(overTime.feature) ?? palette.line}
            />
            <MarkLines
              laid={layLines(lines, area.x, area.width, 0)}
              x={area.x}
              width={area.width}
              height={area.height}
            />
            <CursorLine time={scene.cursor} x={area.x} width={area.width} height={area.height} palette={palette} />
            {axis && (
              <g transform={`translate(0,${area.height})`}>
                <TimeAxis
                  from={range.from}
                  to={range.to}
                  width={area.width}
                  timeZone={scene.timeZone}
                  palette={palette}
                />
              </g>
            )}
          </g>
        </svg>
        <PointWalker
          points={shown.points}
          area={area}
          label={t('over-time.walk', 'Chunks of {{name}}', { name })}
          told={told.join('. ')}
          pointed={pointed}
          onPoint={(next) => {
            setPointed(next);
            scene.actions.hover(next?.time);
          }}
          onChoose={onChoose}
          onOther={onOther}
        />
      </div>
      <OverTimeTable overTime={overTime} name={name} lines={lines} timeZone={scene.timeZone} />
      <PointTip pointed={pointed} name={name} told={told} />
    </div>
  );
}

function getStyles(theme: GrafanaTheme2) {
  return {
    cell: css({ position: 'relative' }),
    name: css({
      display: 'block',
      height: MULTIPLE_HEAD,
      padding: 0,
      border: 'none',
      background: 'none',
      fontFamily: 'inherit',
      textAlign: 'left',
      fontSize: 12,
      lineHeight: `${MULTIPLE_HEAD}px`,
      color: theme.colors.text.primary,
      overflow: 'hidden',
      textOverflow: 'ellipsis',
      whiteSpace: 'nowrap',
      '&:hover': { textDecoration: 'underline' },
      '&:focus-visible': { outline: `2px solid ${theme.colors.primary.main}` },
    }),
    chosen: css({ fontWeight: theme.typography.fontWeightBold }),
    plot: css({ position: 'relative' }),
    // The lowest label of the value axis stands half below the plot.
    svg: css({ display: 'block', overflow: 'visible' }),
  };
}
