import { createDataFrame, FieldType, getLinksSupplier, type DataFrame, type InterpolateFunction } from '@grafana/data';
import { maskedLines } from '@soundcheck/query';
import { logQueries, withLinks, type LinkTargets } from './links.ts';

const own = { uid: 'trusty', type: 'soundcheck-trustyai-datasource', name: 'TrustyAI' };
const labels = { model: 'credit.v2', metric: 'ks', feature: 'age', value_is: 'ks_d' };
const TIME = 1_767_607_872_345;

function frame(withTime: boolean): DataFrame {
  return createDataFrame({
    fields: [
      ...(withTime ? [{ name: 'time', type: FieldType.time, values: [TIME] }] : []),
      { name: 'value', type: FieldType.number, labels, values: [0.4] },
      { name: 'limit', type: FieldType.number, values: [0.07] },
    ],
  });
}

/** The links of a value as Grafana makes them when a point is clicked. */
function linksOf(withTime: boolean, targets: LinkTargets) {
  const [linked] = withLinks([frame(withTime)], targets);
  const field = linked?.fields.find(({ name }) => name === 'value');
  if (!linked || !field) {
    throw new Error('no value');
  }
  const replace: InterpolateFunction = (text) => text.replace('${__value.time}', withTime ? String(TIME) : '');
  return getLinksSupplier(linked, field, {}, replace)({ valueRowIndex: 0 });
}

function explored(href: string) {
  return JSON.parse(new URL(href, 'http://grafana').searchParams.get('left') ?? '');
}

it('a point leads to the logs of the model’s pods and of TrustyAI’s around it', () => {
  const [logs] = linksOf(true, { lokiUid: 'loki', namespace: 'prod', own });
  expect(logs?.title).toBe('Logs of credit.v2 and TrustyAI around this point');
  expect(explored(logs?.href ?? '')).toEqual({
    datasource: 'loki',
    queries: [
      {
        refId: 'A',
        datasource: { type: 'loki', uid: 'loki' },
        queryType: 'range',
        expr: maskedLines('{namespace="prod", pod=~"credit\\\\.v2-.*|trustyai-service-.*"}'),
      },
      {
        refId: 'B',
        datasource: { type: 'loki', uid: 'loki' },
        queryType: 'range',
        expr: maskedLines(
          '{kubernetes_namespace_name="prod", kubernetes_pod_name=~"credit\\\\.v2-.*|trustyai-service-.*"}'
        ),
      },
    ],
    range: { from: String(TIME - 900_000), to: String(TIME + 900_000) },
  });
});

it('a number without a time leads to the logs around now', () => {
  const [logs] = linksOf(false, { lokiUid: 'loki', own });
  expect(explored(logs?.href ?? '').range).toEqual({ from: 'now-30m', to: 'now' });
});

it('every number leads to its schedules, in our own data source', () => {
  const links = linksOf(true, { own });
  expect(links.map(({ title }) => title)).toEqual(['Schedules of this metric']);
  expect(explored(links[0]?.href ?? '')).toMatchObject({
    datasource: 'trusty',
    queries: [{ queryType: 'schedules', model: 'credit.v2', metric: 'ks' }],
  });
});

it('limits and sizes get no links', () => {
  const [linked] = withLinks([frame(true)], { lokiUid: 'loki', own });
  expect(linked?.fields.filter(({ config }) => config.links).map(({ name }) => name)).toEqual(['value']);
});

it('names are escaped, and without a namespace the pods alone are asked for', () => {
  expect(logQueries('a"b|c', undefined)[0]).toMatch(/^{pod=~"a\\"b\\\\\\\\\\|c-\.\*\|trustyai-service-\.\*"} \| /);
});
