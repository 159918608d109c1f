import { expect, test } from 'vitest';
import { dashboardJson } from './dashboard/dashboard.ts';
import { frame, numbers, texts } from './dashboard/frame.ts';
import { galleryDashboards } from './gallery.ts';

const dashboards = galleryDashboards();

test('what JSON cannot say stands beside the values, as Grafana reads it', () => {
  const { data } = frame([numbers('x', [1, NaN, null, Infinity, -Infinity]), texts('t', ['a', 'b', null, 'c', 'd'])]);
  expect(data).toEqual({
    values: [
      [1, null, null, null, null],
      ['a', 'b', null, 'c', 'd'],
    ],
    entities: [{ NaN: [1], Inf: [3], NegInf: [4] }, null],
  });
});

test('the same dashboards come out each time', () => {
  expect(JSON.stringify(galleryDashboards())).toBe(JSON.stringify(dashboards));
});

test.each(dashboards.map((dashboard) => [dashboard.uid, dashboard] as const))(
  '%s: titles differ, panels lie side by side',
  (_uid, dashboard) => {
    const titles = dashboard.panels.map(({ title }) => title);
    expect(new Set(titles).size).toBe(titles.length);
    const json = JSON.parse(JSON.stringify(dashboardJson(dashboard)));
    const cells = json.panels.flatMap(
      ({ gridPos: { x, y, w, h } }: { gridPos: Record<'x' | 'y' | 'w' | 'h', number> }) =>
        Array.from({ length: w * h }, (_, i) => `${x + (i % w)},${y + Math.floor(i / w)}`)
    );
    expect(new Set(cells).size).toBe(cells.length);
  }
);

test.each(dashboards.map((dashboard) => [dashboard.uid, dashboard] as const))(
  '%s: the columns of each frame are equally long',
  (_uid, { panels }) => {
    const contents = panels
      .filter(({ title }) => title !== 'A query that fails')
      .flatMap(({ queries }) => queries.map(({ rawFrameContent }) => rawFrameContent ?? '[]'));
    for (const { data } of contents.flatMap((content) => JSON.parse(content))) {
      expect(new Set(data.values.map((column: unknown[]) => column.length)).size).toBe(1);
    }
  }
);
