import { SceneGridItem, SceneGridLayout, SceneGridRow, type SceneGridItemLike } from '@grafana/scenes';
import type { PanelJson, RowJson } from './dashboard-json.ts';
import { vizPanel } from './panel.ts';

/** The dashboard's grid. An open row holds the panels that follow it, a collapsed row has its own. */
export function grid(panels: RowJson[]): SceneGridLayout {
  const children: SceneGridItemLike[] = [];
  let open: { row: RowJson; items: SceneGridItem[] } | undefined;
  const close = () => {
    if (open) {
      children.push(gridRow(open.row, open.items));
      open = undefined;
    }
  };
  for (const panel of panels) {
    if (panel.type !== 'row') {
      (open?.items ?? children).push(gridItem(panel));
      continue;
    }
    close();
    if (panel.collapsed) {
      children.push(gridRow(panel, panel.panels.map(gridItem)));
    } else {
      open = { row: panel, items: [] };
    }
  }
  close();
  return new SceneGridLayout({ children, isDraggable: false, isResizable: false, isLazy: true });
}

function gridItem(panel: PanelJson): SceneGridItem {
  const { x, y, w, h } = panel.gridPos;
  return new SceneGridItem({ key: `grid-item-${panel.id}`, x, y, width: w, height: h, body: vizPanel(panel) });
}

function gridRow({ id, title, gridPos, collapsed }: RowJson, children: SceneGridItem[]): SceneGridRow {
  return new SceneGridRow({
    key: `row-${id}`,
    title,
    y: gridPos.y,
    isCollapsed: collapsed,
    isCollapsible: true,
    children,
  });
}
