import { urlUtil } from '@grafana/data';
import { logsOfWindow } from './logs-of-window.ts';

const window = { from: 1000, to: 2000 };
const loki = { type: 'loki', uid: 'logs' };
const query = { refId: 'A', datasource: loki, expr: '{pod=~"jukebox-.*"}' };

function explore(parameters: Record<string, object>): string {
  const written = Object.entries(parameters).map(([key, value]) => [key, JSON.stringify(value)]);
  return urlUtil.renderUrl('/grafana/explore', Object.fromEntries(written));
}

it('sets the time range of a link with one pane', () => {
  const href = logsOfWindow(
    explore({ left: { datasource: 'logs', queries: [query], range: { from: 'now-1h', to: 'now' } } }),
    window
  );
  const [path, search] = (href ?? '').split('?');
  expect(path).toBe('/grafana/explore');
  expect(JSON.parse(new URLSearchParams(search).get('left') ?? '')).toEqual({
    ...{ datasource: 'logs', queries: [query] },
    range: { from: '1000', to: '2000' },
  });
});

it('sets the time range of a link with panes, and leaves the rest of it', () => {
  const pane = { datasource: 'logs', queries: [query], range: { from: 'now-1h', to: 'now' } };
  const href = logsOfWindow(`${explore({ panes: { a1: pane } })}&schemaVersion=1`, window);
  const parameters = new URLSearchParams((href ?? '').split('?')[1]);
  expect(parameters.get('schemaVersion')).toBe('1');
  expect(JSON.parse(parameters.get('panes') ?? '')).toEqual({ a1: { ...pane, range: { from: '1000', to: '2000' } } });
});

it.each([
  ['another page', 'https://wiki.example.com/drift?left={}'],
  ['Explore without a question', '/explore'],
  ['Explore of another source', explore({ left: { queries: [{ refId: 'A', datasource: { type: 'prometheus' } }] } })],
  ['an address cut short', '/explore?left=%7B%22queries'],
  ['no objects', '/explore?left=5&panes=null'],
  ['a data source by name only', explore({ left: { datasource: 'Loki', queries: [{ refId: 'A' }] } })],
])('leaves %s as it is', (_, href) => {
  expect(logsOfWindow(href, window)).toBeUndefined();
});
