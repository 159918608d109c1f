import { useLayoutEffect, useRef, type KeyboardEvent, type RefObject } from 'react';
import type { ChunkScale } from '../heatmap/chunk-scale.ts';
import type { Actions, Selection } from '../scene.ts';
import { gridMove } from './grid-keys.ts';
import type { PointedCell } from './use-pointed-cell.ts';
import { reveal } from './use-row-window.ts';

interface Grid {
  /** What scrolls, and the list box in it. */
  box: RefObject<HTMLDivElement | null>;
  list: RefObject<HTMLDivElement | null>;
  features: ReadonlyArray<{ feature: string }>;
  selection: Selection;
  actions: Actions;
  scale: ChunkScale | undefined;
  heatLeft: number;
  rowHeight: number;
  /** About how high the box is. */
  height: number;
}

export interface GridKeys {
  /** Row of the chosen feature; −1: none. */
  chosenIndex: number;
  onKeyDown: (event: KeyboardEvent) => void;
}

/** The keyboard in the grid. The focus goes with the choice, and the row of the choice comes into view. */
export function useGridKeys(grid: Grid, { pointed, setPointed }: PointedCell): GridKeys {
  const { box, list, features, selection, actions, scale } = grid;
  const movedByKey = useRef(false);
  const chosenIndex = features.findIndex(({ feature }) => feature === selection.feature);

  useLayoutEffect(() => {
    if (chosenIndex >= 0) {
      reveal(box.current, chosenIndex, grid);
    }
    if (movedByKey.current) {
      movedByKey.current = false;
      list.current?.querySelector<HTMLElement>('[role="option"][tabindex="0"]')?.focus({ preventScroll: true });
    }
    // Another order leaves the view where it is; another choice moves it.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [selection.feature]);

  /** Puts the keyboard's cursor on a cell; a tooltip and the live region say what it is. */
  const pointAt = (index: number, chunk: number) => {
    reveal(box.current, index, grid);
    const rect = box.current?.getBoundingClientRect();
    const top = (rect?.top ?? 0) - (box.current?.scrollTop ?? 0);
    const middle = scale ? (scale.left(chunk) + scale.right(chunk)) / 2 : 0;
    setPointed({
      index,
      chunk,
      x: (rect?.left ?? 0) + grid.heatLeft + middle,
      y: top + (index + 1) * grid.rowHeight,
      by: 'keyboard',
    });
    actions.hover(scale?.timeAt(middle));
  };

  const leaveCell = () => {
    setPointed(undefined);
    actions.hover(undefined);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const keyed = pointed?.by === 'keyboard' ? pointed.chunk : undefined;
    if (event.altKey || event.ctrlKey || event.metaKey) {
      return;
    }
    if (event.key === 'Escape') {
      // Without a cell to leave, Escape belongs to the panel: it takes the last choice back.
      if (keyed !== undefined) {
        event.preventDefault();
        event.stopPropagation();
        leaveCell();
      }
      return;
    }
    const move = gridMove(event.key, {
      row: chosenIndex,
      rows: features.length,
      chunk: keyed ?? selection.chunk,
      chunks: scale?.chunks ?? 0,
      page: Math.max(1, Math.floor(grid.height / grid.rowHeight) - 1),
    });
    if (!move) {
      return;
    }
    event.preventDefault();
    const choose = (index: number, change: Partial<Selection> = {}) => {
      const feature = features[index]?.feature;
      if (feature !== undefined) {
        movedByKey.current = feature !== selection.feature;
        actions.select({ feature, ...change });
      }
    };
    const row = Math.max(0, chosenIndex);
    switch (move.kind) {
      case 'row':
        choose(move.to);
        if (keyed !== undefined) {
          pointAt(move.to, keyed);
        }
        return;
      case 'chunk':
        if (chosenIndex < 0) {
          choose(row);
        }
        pointAt(row, move.to);
        return;
      case 'open':
        choose(row, keyed === undefined ? {} : { chunk: keyed });
    }
  };

  return { chosenIndex, onKeyDown };
}
