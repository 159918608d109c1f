import { useState, type MouseEvent } from 'react';
import type { ChunkScale } from '../heatmap/chunk-scale.ts';
import type { Actions } from '../scene.ts';

/** The row, and where it has cells the cell, that the pointer or the keyboard is at. */
export interface Pointed {
  /** Row of the list. */
  index: number;
  chunk?: number;
  /** Client coordinates, for the tooltip. */
  x: number;
  y: number;
  by: 'pointer' | 'keyboard';
}

interface Place {
  scale: ChunkScale | undefined;
  /** Where the cells begin in the content. */
  heatLeft: number;
  actions: Actions;
}

export interface PointedCell {
  pointed: Pointed | undefined;
  setPointed: (pointed: Pointed | undefined) => void;
  /** For the content that rows and cells lie in. */
  onMouseMove: (event: MouseEvent) => void;
  onMouseLeave: () => void;
  onClick: (event: MouseEvent) => void;
}

/** What the pointer is at; it moves the cursor that panels share, and a click chooses. */
export function usePointedCell(
  { scale, heatLeft, actions }: Place,
  features: ReadonlyArray<{ feature: string }>
): PointedCell {
  const [pointed, setPointed] = useState<Pointed>();

  const find = ({ target, currentTarget, clientX, clientY }: MouseEvent): (Pointed & { time?: number }) | undefined => {
    const row = target instanceof Element ? target.closest('[role="option"]') : null;
    if (!row) {
      return undefined;
    }
    const at = { index: Number(row.getAttribute('data-index')), x: clientX, y: clientY, by: 'pointer' } as const;
    const x = clientX - currentTarget.getBoundingClientRect().left - heatLeft;
    const inside = scale !== undefined && x >= 0 && x < scale.width;
    return inside ? { ...at, chunk: scale.chunkAt(x), time: scale.timeAt(x) } : at;
  };

  return {
    pointed,
    setPointed,
    onMouseMove: (event) => {
      const found = find(event);
      if (found?.time !== undefined || pointed?.chunk !== undefined) {
        actions.hover(found?.time);
      }
      setPointed(found);
    },
    onMouseLeave: () => {
      if (pointed?.chunk !== undefined) {
        actions.hover(undefined);
      }
      setPointed(undefined);
    },
    onClick: (event) => {
      const found = find(event);
      const feature = found && features[found.index]?.feature;
      if (feature !== undefined) {
        actions.select({ feature, chunk: found?.chunk });
      }
    },
  };
}
