import { DATA_SOURCE, type Query } from './query.ts';

/** One drift panel of the gallery. */
export interface GalleryPanel {
  title: string;
  /** What must be seen: the panel's description on the dashboard. */
  shows: string;
  queries: readonly Query[];
  /** The panel's options, as far as they are not the defaults. */
  options?: Record<string, unknown>;
  /** Options of fields, as far as they are not the defaults. */
  fieldConfig?: { defaults: Record<string, unknown>; overrides: unknown[] };
  /** Of 24 columns. Default 12. */
  width?: number;
  /** Rows of the grid. Default 13. */
  height?: number;
}

/** A dashboard with a fixed absolute time range, so that it shows the same for ever. */
export interface GalleryDashboard {
  uid: string;
  title: string;
  description: string;
  /** Epoch ms. */
  from: number;
  to: number;
  /** Default "utc". */
  timezone?: string;
  panels: readonly GalleryPanel[];
}

const COLUMNS = 24;

/** The dashboard in Grafana's JSON, the panels from left to right, line by line. */
export function dashboardJson(dashboard: GalleryDashboard): Record<string, unknown> {
  const { uid, title, description, from, to, timezone = 'utc', panels } = dashboard;
  const places = placesOf(panels);
  return {
    uid,
    title,
    description,
    tags: ['soundcheck', 'gallery'],
    schemaVersion: 41,
    version: 1,
    editable: true,
    graphTooltip: 1,
    time: { from: new Date(from).toISOString(), to: new Date(to).toISOString() },
    timezone,
    refresh: '',
    annotations: { list: [] },
    templating: { list: [] },
    links: [],
    panels: panels.map((panel, index) => ({
      id: index + 1,
      type: 'soundcheck-drift-panel',
      title: panel.title,
      description: panel.shows,
      datasource: DATA_SOURCE,
      gridPos: places[index],
      targets: panel.queries.map((query) => ({ ...query, datasource: DATA_SOURCE })),
      options: panel.options ?? {},
      fieldConfig: panel.fieldConfig ?? { defaults: {}, overrides: [] },
    })),
  };
}

interface Place {
  x: number;
  y: number;
  w: number;
  h: number;
}

function placesOf(panels: readonly GalleryPanel[]): Place[] {
  let [x, y, line] = [0, 0, 0];
  return panels.map(({ width: w = 12, height: h = 13 }) => {
    if (x + w > COLUMNS) {
      [x, y, line] = [0, y + line, 0];
    }
    const place = { x, y, w, h };
    x += w;
    line = Math.max(line, h);
    return place;
  });
}
