import React, { useMemo, useState } from 'react';
import { css } from '@emotion/css';
import { useStyles2, useTheme2 } from '@grafana/ui';
import { t } from '../../i18n/translate.ts';
import type { OverTime } from '../../report/history.ts';
import { CursorLine } from '../marks/CursorLine.tsx';
import { MarkLines } from '../marks/MarkLines.tsx';
import { TimeAxis } from '../marks/TimeAxis.tsx';
import { ValueAxis } from '../marks/ValueAxis.tsx';
import { paletteOf } from '../palette.ts';
import type { Scene } from '../scene.ts';
import { chartLayout } from './chart-layout.ts';
import { ChartHead } from './ChartHead.tsx';
import { ChosenChunk, chunkAt } from './ChosenChunk.tsx';
import { keyEntries } from './key-entries.tsx';
import { during } from './lines.ts';
import { OverTimeTable } from './OverTimeTable.tsx';
import { PointTip } from './PointTip.tsx';
import { PointWalker, type Pointed } from './PointWalker.tsx';
import { StateLane } from './StateLane.tsx';
import { StepPlot } from './StepPlot.tsx';

interface Props {
  overTime: OverTime;
  scene: Scene;
  width: number;
  height: number;
}

/** Drift of one feature over time: steps, limit, bands, states, and what happened. */
export function OverTimeChart({ overTime, scene, width, height }: Props) {
  const styles = useStyles2(getStyles);
  const theme = useTheme2();
  const palette = useMemo(() => paletteOf(theme), [theme]);
  const [pointed, setPointed] = useState<Pointed>();
  const { marks, actions } = scene;
  const { shown, lines, laid, runs, lane, compact, plot, area } = useMemo(
    () => chartLayout(overTime, marks, palette, { width, height }),
    [overTime, marks, palette, width, height]
  );
  const name = scene.label(overTime.feature);
  const point = pointed && shown.points[pointed.at];
  const told = point ? [point.title, ...during(lines, point)] : [];
  const key = keyEntries(shown, palette);

  const onPoint = (next: Pointed | undefined) => {
    setPointed(next);
    actions.hover(next?.time);
  };
  const onChoose = (at: number) => {
    const chunk = chunkAt(scene.report.heatmap, shown.points[at]);
    if (chunk !== undefined) {
      actions.select({ feature: overTime.feature, chunk });
    }
  };

  return (
    <div className={styles.chart} style={{ width, height }}>
      <ChartHead
        title={overTime.title}
        entries={compact ? key.slice(0, 1) : key}
        compact={compact}
        left={area.left}
        width={width}
      />
      <div className={styles.plot}>
        <svg
          width={width}
          height={plot}
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
            <StepPlot
              overTime={shown}
              area={area}
              palette={palette}
              colour={scene.colour(overTime.feature) ?? palette.line}
            />
            <MarkLines laid={laid} x={area.x} width={area.width} height={area.height} />
            <CursorLine time={scene.cursor} x={area.x} width={area.width} height={area.height} palette={palette} />
            {point && point.y !== null && (
              <circle
                cx={(area.x(point.from) + area.x(point.to)) / 2}
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
                  from={overTime.from}
                  to={overTime.to}
                  width={area.width}
                  timeZone={scene.timeZone}
                  palette={palette}
                />
              </g>
            </g>
          </g>
        </svg>
        <PointWalker
          points={shown.points}
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
