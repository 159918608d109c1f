import {
  FieldType,
  toDataFrame,
  type DataFrame,
  type DataLink,
  type InterpolateFunction,
  type ScopedVars,
} from '@grafana/data';
import { linksOf } from './links.ts';

/** As Grafana's templates read `${name.path}`: what is unknown stays. */
const replaceVariables: InterpolateFunction = (text, vars: ScopedVars = {}) =>
  text.replace(/\$\{(\w+)\.(\w+)\}/g, (whole, name: string, key: string) =>
    String(Object(vars[name]?.value)[key] ?? whole)
  );

function frame(links: DataLink[]): DataFrame {
  return toDataFrame({
    fields: [
      { name: 'time', type: FieldType.time, values: [0, 1000, 2000] },
      { name: 'tempo', type: FieldType.number, values: [1, 2, 3], config: { links } },
    ],
  });
}

function links(frames: DataFrame[], feature = 'tempo') {
  const field = frames[0]?.fields.find(({ name }) => name === 'tempo');
  const fields = new Map(field ? [['tempo', field]] : []);
  return linksOf({ frames, fields, replaceVariables }, feature, { from: 1000, to: 2000 });
}

it('fills in the feature and the bounds of the chunk', () => {
  const url = 'https://example.com/${__drift.feature}?from=${__drift.from}&to=${__drift.to}';
  expect(links([frame([{ title: 'Runs of ${__drift.feature}', url }])])).toMatchObject([
    { title: 'Runs of tempo', href: 'https://example.com/tempo?from=1000&to=2000' },
  ]);
});

it('tells a link that builds itself the first sample of the chunk, and calls logs what they are', () => {
  const rows: Array<string | undefined> = [];
  const queries = [{ refId: 'A', datasource: { type: 'loki', uid: 'logs' } }];
  const onBuildUrl: DataLink['onBuildUrl'] = ({ replaceVariables: bound }) => {
    rows.push(bound?.('${__dataContext.rowIndex}'));
    return `/explore?left=${encodeURIComponent(JSON.stringify({ queries, range: { from: 'now-1h', to: 'now' } }))}`;
  };
  const [link] = links([frame([{ title: 'Logs of the model', url: '', onBuildUrl }])]);
  expect(rows).toEqual(['1']);
  expect(link?.title).toBe('Logs of this window in Explore');
  expect(new URLSearchParams(link?.href.split('?')[1]).get('left')).toContain('{"from":"1000","to":"2000"}');
});

it('has none for a feature without links, and for one that is gone', () => {
  expect(links([frame([])])).toEqual([]);
  expect(links([frame([{ title: 'x', url: 'https://example.com' }])], 'gone')).toEqual([]);
});
