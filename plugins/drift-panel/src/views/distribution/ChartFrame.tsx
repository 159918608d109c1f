import React, { memo, type ReactNode } from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import { HiddenTable } from '../marks/HiddenTable.tsx';
import { Tooltip } from '../marks/Tooltip.tsx';
import type { Span } from './plot-area.ts';
import type { TableText } from './table-rows.ts';
import { useCellCursor, type AxisCursor } from './use-cell-cursor.ts';

interface Props {
  width: number;
  height: number;
  /** What the picture says. */
  label: string;
  /** What the arrow keys move through, e.g. "Bins of tempo". */
  cellsLabel: string;
  spans: readonly Span[];
  lying: boolean;
  /** Extent of the mark behind the cell that is pointed at, across the cells. */
  across: Span;
  /** About one cell, one line each, the name first. */
  lines: (cell: number) => string[];
  table: TableText;
  cursor?: AxisCursor;
  /** What a click or Enter does with a cell. */
  onEnter?: (cell: number) => void;
  children: ReactNode;
}

/** Not drawn anew while the pointer moves. */
const Table = memo(HiddenTable);

/** One chart with cells: the picture, its table, a tooltip by pointer and by keys, and its words for screen readers. */
export function ChartFrame(props: Props) {
  const { width, height, label, cellsLabel, spans, lying, across, lines, table, onEnter, children } = props;
  const styles = useStyles2(getStyles);
  const { cell, span, place, onKeyDown, onBlur, ...pointer } = useCellCursor({
    spans,
    lying,
    across,
    shared: props.cursor,
    onEnter,
  });
  const text = cell === undefined || !place ? [] : lines(cell);
  return (
    <div
      className={styles.frame}
      tabIndex={0}
      role="group"
      aria-label={cellsLabel}
      onKeyDown={onKeyDown}
      onBlur={onBlur}
    >
      <svg
        width={width}
        height={height}
        role="img"
        aria-label={label}
        className={onEnter ? styles.clickable : styles.svg}
        onClick={() => cell !== undefined && onEnter?.(cell)}
        {...pointer}
      >
        <rect width={width} height={height} fill="transparent" />
        {span && <rect {...behind(span, across, lying)} className={styles.behind} />}
        {children}
      </svg>
      <Table caption={label} {...table} />
      <span className={styles.spoken} aria-live="polite">
        {place?.keys && text.join('. ')}
      </span>
      {place && text.length > 0 && (
        <Tooltip x={place.x} y={place.y}>
          {text.map((line, i) => (
            <div key={i} className={i === 0 ? styles.first : undefined}>
              {line}
            </div>
          ))}
        </Tooltip>
      )}
    </div>
  );
}

function behind([start, end]: Span, [from, to]: Span, lying: boolean) {
  const box = { x: start, width: Math.max(1, end - start), y: from, height: Math.max(1, to - from) };
  return lying ? { x: box.y, width: box.height, y: box.x, height: box.width } : box;
}

function getStyles(theme: GrafanaTheme2) {
  return {
    frame: css({
      position: 'relative',
      '&:focus-visible': { outline: `2px solid ${theme.colors.primary.border}`, outlineOffset: -1, borderRadius: 2 },
    }),
    svg: css({ display: 'block' }),
    clickable: css({ display: 'block', cursor: 'pointer' }),
    behind: css({ fill: theme.colors.action.hover }),
    first: css({ fontWeight: theme.typography.fontWeightMedium }),
    spoken: css({
      position: 'absolute',
      width: 1,
      height: 1,
      overflow: 'hidden',
      clipPath: 'inset(50%)',
      whiteSpace: 'nowrap',
    }),
  };
}
