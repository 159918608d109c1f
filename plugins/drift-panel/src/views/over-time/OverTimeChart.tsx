import React, { useState } from 'react';
import { css } from '@emotion/css';
import { useStyles2, useTheme2 } from '@grafana/ui';
import { t } from '../../i18n/translate.ts';
import type { OverTime } from '../../report/history.ts';
import { CursorLine } from '../marks/CursorLine.tsx';
import { LABEL_ROW, layLines, MarkLines } from '../marks/MarkLines.tsx';
import { TIME_AXIS_HEIGHT, TimeAxis } from '../marks/TimeAxis.tsx';
import { ValueAxis } from '../marks/ValueAxis.tsx';
import { paletteOf } from '../palette.ts';
import type { Scene } from '../scene.ts';
import { ChartHead, HEAD_LINE } from './ChartHead.tsx';
import { ChosenChunk, chunkAt } from './ChosenChunk.tsx';
import { keyEntries } from './key-entries.tsx';
import { during, linesThrough } from './lines.ts';
import { OverTimeTable } from './OverTimeTable.tsx';
import { clipped, plotArea, rangeOf } from './plot-area.ts';
import { PointTip } from './PointTip.tsx';
import { PointWalker, type Pointed } from './PointWalker.tsx';
import { LANE, StateLane } from './StateLane.tsx';
import { stateRuns } from './state-runs.ts';
import { StepPlot } from './StepPlot.tsx';

interface Props {
  overTime: OverTime;
  scene: Scene;
  width: number;
  height: number;
  /** Name the feature in the head; false where the place around does. */
  named?: boolean;
}

/** Drift of one feature over time: steps, limit, bands, states, and what happened. */
export function OverTimeChart({ overTime, scene, width, height, named = false }: Props) {
  const styles = useStyles2(getStyles);
  const palette = paletteOf(useTheme2());
  const [pointed, setPointed] = useState<Pointed>();
  const shown = clipped(overTime);
  const { points } = shown;
  const name = scene.label(overTime.feature);
  const compact = height < 200;
  const head = compact ? HEAD_LINE : 2 * HEAD_LINE;
  const runs = stateRuns(points);
  const lane = runs.length > 0 && height >= 140 ? LANE : 0;
  const lines = linesThrough(overTime, scene.marks, palette);
  const box = { width, height: height - head, top: 4, bottom: TIME_AXIS_HEIGHT + lane };
  const range = rangeOf([overTime]);
  const { x, width: plotWidth } = plotArea(range, box);
  const laid = layLines(lines, x, plotWidth, height >= 260 ? 3 : height >= 180 ? 2 : 1);
  const area = plotArea(range, { ...box, words: laid.rows * LABEL_ROW });
  const point = pointed && points[pointed.at];
  const told = point ? [point.title, ...during(lines, point)] : [];

  const onPoint = (next: Pointed | undefined) => {
    setPointed(next);
    scene.actions.hover(next?.time);
  };
  const onChoose = (at: number) => {
    const chunk = chunkAt(scene.report.heatmap, points[at]);
    if (chunk !== undefined) {
      scene.actions.select({ feature: overTime.feature, chunk });
    }
  };

  return (
    <div className={styles.chart} style={{ width, height }}>
      <ChartHead
        name={named ? name : undefined}
        title={overTime.title}
        entries={compact ? keyEntries(shown, palette).slice(0, 1) : keyEntries(shown, palette)}
        compact={compact}
        left={area.left}
        width={width}
      />
      <div className={styles.plot}>
        <svg
          width={width}
          height={box.height}
          role="img"
          aria-label={t('over-time.chart', '{{name}}: {{title}} over time, {{limit}}', {
            name,
            title: overTime.title,
            limit: overTime.limitLabel || t('over-time.no-limit', 'no limit'),
          })}
          className={styles.svg}
        >
          <g transform={`translate(${area.left},${area.top})`}>
            <ValueAxis scale={area.y} side="left" palette={palette} ticks={area.ticks} grid={area.width} />
            <ChosenChunk scene={scene} feature={overTime.feature} area={area} palette={palette} />
            <StepPlot overTime={shown} area={area} palette={palette} colour={palette.line} />
            <MarkLines laid={laid} x={area.x} width={area.width} height={area.height} />
            <CursorLine time={scene.cursor} x={area.x} width={area.width} height={area.height} palette={palette} />
            {point && point.y !== null && (
              <circle
                cx={Math.max(0, Math.min(area.width, (area.x(point.from) + area.x(point.to)) / 2))}
                cy={area.y(point.y)}
                r={3.5}
                fill={palette.line}
                stroke={palette.text}
              />
            )}
            <g transform={`translate(0,${area.height})`}>
              {lane > 0 && <StateLane runs={runs} x={area.x} palette={palette} />}
              <g transform={`translate(0,${lane})`}>
                <TimeAxis
                  from={range.from}
                  to={range.to}
                  width={area.width}
                  timeZone={scene.timeZone}
                  palette={palette}
                />
              </g>
            </g>
          </g>
        </svg>
        <PointWalker
          points={points}
          area={area}
          label={t('over-time.walk', 'Chunks of {{name}}', { name })}
          told={told.join('. ')}
          pointed={pointed}
          onPoint={onPoint}
          onChoose={onChoose}
        />
      </div>
      <OverTimeTable overTime={overTime} name={name} lines={lines} timeZone={scene.timeZone} />
      <PointTip pointed={pointed} told={told} />
    </div>
  );
}

function getStyles() {
  return {
    chart: css({ position: 'relative' }),
    plot: css({ position: 'relative' }),
    svg: css({ display: 'block', overflow: 'visible' }),
  };
}
