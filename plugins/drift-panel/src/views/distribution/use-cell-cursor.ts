import { useState, type KeyboardEvent, type PointerEvent } from 'react';
import type { Span } from './plot-area.ts';

/** The stretch of the axis that is pointed at; charts on one axis share it, whatever their cells. */
export type AxisCursor = [span: Span | undefined, set: (span: Span | undefined) => void];

/** Client coordinates of the tooltip, and whether the keyboard put it there. */
interface Place {
  x: number;
  y: number;
  keys: boolean;
}

interface Wish {
  spans: readonly Span[];
  /** Cells lie one below the other. */
  lying: boolean;
  /** Extent of the plot across the cells. */
  across: Span;
  shared?: AxisCursor;
  onEnter?: (cell: number) => void;
}

const STEPS: Record<string, number> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

/** Moves through the cells of a chart by pointer and by arrow keys. */
export function useCellCursor({ spans, lying, across, shared, onEnter }: Wish) {
  const [cell, setOwn] = useState<number>();
  const [place, setPlace] = useState<Place>();
  const setCell = (to: number | undefined) => {
    // Moves inside a cell draw nothing anew but the tooltip.
    if (to === cell) {
      return;
    }
    setOwn(to);
    shared?.[1](to === undefined ? undefined : spans[to]);
  };
  const clear = () => {
    setPlace(undefined);
    setCell(undefined);
  };

  const middleOf = (frame: Element, span: Span) => {
    const box = frame.getBoundingClientRect();
    const [along, over] = [(span[0] + span[1]) / 2, (across[0] + across[1]) / 2];
    return { x: box.left + (lying ? over : along), y: box.top + (lying ? along : over) };
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const last = spans.length - 1;
    const step = STEPS[event.key];
    const to =
      event.key === 'Home'
        ? 0
        : event.key === 'End'
          ? last
          : step !== undefined
            ? cell === undefined
              ? step > 0
                ? 0
                : last
              : Math.max(0, Math.min(last, cell + step))
            : undefined;
    if (to !== undefined && last >= 0) {
      event.preventDefault();
      event.stopPropagation();
      setPlace({ ...middleOf(event.currentTarget, spans[to] ?? [0, 0]), keys: true });
      setCell(to);
    } else if (event.key === 'Escape' && place) {
      // The first Escape takes the tooltip away, the next one goes back in the panel.
      event.stopPropagation();
      clear();
    } else if ((event.key === 'Enter' || event.key === ' ') && onEnter && cell !== undefined) {
      event.preventDefault();
      onEnter(cell);
    }
  };

  const cellAt = (event: PointerEvent<SVGElement>): number | undefined => {
    const box = event.currentTarget.getBoundingClientRect();
    return nearestSpan(spans, lying ? event.clientY - box.top : event.clientX - box.left);
  };
  const onPointerMove = (event: PointerEvent<SVGElement>) => {
    setPlace({ x: event.clientX, y: event.clientY, keys: false });
    setCell(cellAt(event));
  };
  const onPointerLeave = () => (place?.keys ? undefined : clear());

  const span = cell === undefined ? shared?.[0] : spans[cell];
  return { cell, span, place, onKeyDown, onPointerMove, onPointerLeave, onBlur: clear };
}

/** The cell under a pixel, or the nearest one; few pixels between cells belong to the nearer. */
export function nearestSpan(spans: readonly Span[], at: number): number | undefined {
  let found: number | undefined;
  let least = Infinity;
  spans.forEach(([start, end], i) => {
    const away = at < start ? start - at : at > end ? at - end : 0;
    if (away < least) {
      least = away;
      found = i;
    }
  });
  return found;
}
