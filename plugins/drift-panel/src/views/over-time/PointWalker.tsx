import React, { useRef } from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import { pointAt, type PlotArea } from './plot-area.ts';

/** The point that pointer or keyboard is on. */
export interface Pointed {
  at: number;
  /** Where on the time axis, epoch ms: of the pointer, or the middle of the point. */
  time: number;
  /** For the tooltip, client coordinates. */
  x: number;
  y: number;
  /** From the top of the plot; undefined by keyboard. */
  height?: number;
}

interface Props {
  points: ReadonlyArray<{ from: number; to: number }>;
  area: PlotArea;
  /** What is walked through, and what is told of the point it is on. */
  label: string;
  told: string;
  pointed: Pointed | undefined;
  onPoint: (pointed: Pointed | undefined) => void;
  onChoose: (at: number) => void;
  /** Up and down: to another feature. Absent: there is only one. */
  onOther?: (step: 1 | -1) => void;
}

const STEPS: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1, PageUp: -10, PageDown: 10 };

/**
 * Lies over a plot: pointer and arrow keys go through its points. A slider, since screen readers tell its value when it
 * moves and leave the arrow keys to it.
 */
export function PointWalker({ points, area, label, told, pointed, onPoint, onChoose, onOther }: Props) {
  const styles = useStyles2(getStyles);
  const box = useRef<HTMLDivElement>(null);
  const last = points.length - 1;

  const goTo = (wanted: number) => {
    const at = Math.max(0, Math.min(last, wanted));
    const point = points[at];
    const bounds = box.current?.getBoundingClientRect();
    if (point && bounds) {
      const time = (point.from + point.to) / 2;
      const x = Math.max(0, Math.min(area.width, area.x(time)));
      onPoint({ at, time, x: bounds.left + x, y: bounds.bottom });
    }
  };

  const onPointer = (event: React.PointerEvent<HTMLDivElement>): number | undefined => {
    const bounds = event.currentTarget.getBoundingClientRect();
    const time = area.x.invert(event.clientX - bounds.left);
    if (points.length > 0) {
      const at = pointAt(points, time);
      onPoint({ at, time, x: event.clientX, y: event.clientY, height: event.clientY - bounds.top });
      return at;
    }
    return undefined;
  };

  const onKey = (event: React.KeyboardEvent) => {
    const { key } = event;
    const step = STEPS[key];
    if (step !== undefined) {
      goTo((pointed?.at ?? last) + step);
    } else if (key === 'Home' || key === 'End') {
      goTo(key === 'Home' ? 0 : last);
    } else if ((key === 'ArrowUp' || key === 'ArrowDown') && onOther) {
      onOther(key === 'ArrowUp' ? -1 : 1);
    } else if ((key === 'Enter' || key === ' ') && pointed) {
      onChoose(pointed.at);
    } else {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div
      ref={box}
      className={styles.box}
      style={{ left: area.left, top: area.top, width: area.width, height: area.height }}
      role="slider"
      tabIndex={0}
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={Math.max(0, last)}
      aria-valuenow={pointed?.at ?? Math.max(0, last)}
      aria-valuetext={told}
      onFocus={(event) => event.currentTarget.matches(':focus-visible') && goTo(pointed?.at ?? last)}
      onBlur={() => onPoint(undefined)}
      onKeyDown={onKey}
      onPointerMove={onPointer}
      onPointerLeave={() => onPoint(undefined)}
      onClick={() => pointed && onChoose(pointed.at)}
    />
  );
}

function getStyles(theme: GrafanaTheme2) {
  return {
    box: css({
      position: 'absolute',
      cursor: 'crosshair',
      borderRadius: theme.shape.radius.default,
      '&:focus': { outline: 'none' },
      '&:focus-visible': { outline: `2px solid ${theme.colors.primary.main}`, outlineOffset: 2 },
    }),
  };
}
