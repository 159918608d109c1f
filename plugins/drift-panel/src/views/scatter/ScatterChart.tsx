import React, { useId, useMemo, useRef, useState } from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2, useTheme2 } from '@grafana/ui';
import { t } from '../../i18n/translate.ts';
import type { Scatter } from '../../report/scatter.ts';
import { HiddenTable } from '../marks/HiddenTable.tsx';
import { Sentence, sentenceHeight } from '../marks/Sentence.tsx';
import { Tooltip } from '../marks/Tooltip.tsx';
import { paletteOf } from '../palette.ts';
import type { Scene } from '../scene.ts';
import { placePoints } from './place-points.ts';
import { stateText, STATES } from './point-look.ts';
import { limitBoxes, scatterArea } from './scatter-area.ts';
import { ScatterPlot, type PlottedPoint } from './ScatterPlot.tsx';
import { StateKey } from './StateKey.tsx';
import { nearestPoint, walked } from './walk-points.ts';

interface Props {
  scatter: Scatter;
  scene: Scene;
  width: number;
  height: number;
}

const LINE = 20;
const REACH = 24;

/** Drift against importance or performance: what is at the top right deserves attention first. */
export function ScatterChart({ scatter, scene, width, height }: Props) {
  const styles = useStyles2(getStyles);
  const palette = paletteOf(useTheme2());
  const id = useId();
  const plot = useRef<HTMLDivElement>(null);
  const [pointed, setPointed] = useState<{ at: number; x: number; y: number }>();
  const head = sentenceHeight(scatter.sentence, width) + LINE;
  const area = useMemo(() => scatterArea(scatter, width, height - head), [scatter, width, height, head]);
  const chosen = scene.selection.feature;
  const { label } = scene;
  const points = useMemo(
    () =>
      scatter.points
        .filter(({ x, y }) => Number.isFinite(x) && !Number.isNaN(y))
        .map((point): PlottedPoint => ({
          ...point,
          name: label(point.feature),
          beyond: point.y === Infinity,
          x: area.x(point.x),
          y: area.y(point.y),
          // The chosen first, then by state, then by how far to the top right.
          weight:
            (point.feature === chosen ? 100 : 0) +
            (STATES.length - STATES.indexOf(point.state)) * 10 +
            Math.min(5, point.y) +
            area.x(point.x) / area.width,
        })),
    [scatter, area, label, chosen]
  );
  const labels = useMemo(() => placePoints(points, { ...area, blocked: limitBoxes(area) }), [points, area]);
  const at = pointed?.at ?? -1;
  const point = points[at];
  const optionId = (index: number) => `${id}-${index}`;

  const goTo = (next: number | undefined) => {
    const target = next === undefined ? undefined : points[next];
    const bounds = plot.current?.getBoundingClientRect();
    if (next !== undefined && target && bounds) {
      setPointed({ at: next, x: bounds.left + target.x, y: bounds.top + target.y });
    }
  };
  const onKey = (event: React.KeyboardEvent) => {
    const next = walked(points, pointed?.at, event.key);
    if (next !== undefined) {
      goTo(next);
    } else if ((event.key === 'Enter' || event.key === ' ') && point) {
      scene.actions.select({ feature: point.feature });
    } else {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  };
  const onPointer = (event: React.PointerEvent<HTMLDivElement>) => {
    const bounds = event.currentTarget.getBoundingClientRect();
    const found = nearestPoint(points, { x: event.clientX - bounds.left, y: event.clientY - bounds.top }, REACH);
    setPointed(found === undefined ? undefined : { at: found, x: event.clientX, y: event.clientY });
  };

  return (
    <div className={styles.chart} style={{ width, height }}>
      <Sentence text={scatter.sentence} width={width} />
      <div className={styles.head}>
        <span className={styles.title}>↑ {scatter.yTitle}</span>
        <StateKey states={STATES.filter((state) => points.some((one) => one.state === state))} palette={palette} />
      </div>
      <div className={styles.plot}>
        <ScatterPlot
          points={points}
          labels={labels}
          area={area}
          pointed={at}
          chosen={chosen}
          xTitle={scatter.xTitle}
          label={`${t('scatter.chart', '{{y}} against {{x}}', { y: scatter.yTitle, x: scatter.xTitle })}. ${scatter.sentence}`}
        />
        <div
          ref={plot}
          className={styles.over}
          style={{
            left: area.left,
            top: area.top,
            width: area.width,
            height: area.height,
            cursor: point ? 'pointer' : 'default',
          }}
          role="listbox"
          tabIndex={0}
          aria-label={t('scatter.points', 'Features')}
          aria-activedescendant={point && optionId(at)}
          onFocus={(event) => event.currentTarget.matches(':focus-visible') && goTo(pointed?.at ?? firstOf(points))}
          onBlur={() => setPointed(undefined)}
          onKeyDown={onKey}
          onPointerMove={onPointer}
          onPointerLeave={() => setPointed(undefined)}
          onClick={() => point && scene.actions.select({ feature: point.feature })}
        >
          {points.map(({ feature, title }, index) => (
            <span
              key={feature}
              id={optionId(index)}
              role="option"
              aria-selected={feature === chosen}
              aria-label={title}
              className={styles.option}
            />
          ))}
        </div>
      </div>
      <HiddenTable
        caption={`${scatter.yTitle}, ${scatter.xTitle}. ${scatter.sentence}`}
        columns={[t('scatter.feature', 'Feature'), t('scatter.state', 'State'), t('scatter.numbers', 'Numbers')]}
        rows={scatter.points.map(({ feature, state, title }) => [label(feature), stateText(state), title])}
      />
      {pointed && point && (
        <Tooltip x={pointed.x} y={pointed.y}>
          {point.title}
        </Tooltip>
      )}
    </div>
  );
}

/** Where the keyboard starts: at the weightiest point. */
function firstOf(points: readonly PlottedPoint[]): number | undefined {
  return [...points.keys()].sort((a, b) => (points[b]?.weight ?? 0) - (points[a]?.weight ?? 0))[0];
}

function getStyles(theme: GrafanaTheme2) {
  const line = { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' as const };
  return {
    chart: css({ position: 'relative' }),
    head: css({
      display: 'flex',
      justifyContent: 'space-between',
      gap: 16,
      height: LINE,
      alignItems: 'center',
      fontSize: 11,
      color: theme.colors.text.secondary,
    }),
    title: css({ ...line, minWidth: 60 }),
    plot: css({ position: 'relative' }),
    over: css({
      position: 'absolute',
      borderRadius: theme.shape.radius.default,
      '&:focus': { outline: 'none' },
      '&:focus-visible': { outline: `2px solid ${theme.colors.primary.border}`, outlineOffset: 2 },
    }),
    option: css({ position: 'absolute', width: 1, height: 1, overflow: 'hidden' }),
  };
}
