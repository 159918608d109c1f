import { DataSourceTestSucceeded, EventBusSrv, type DataSourceInstanceSettings } from '@grafana/data';
import { type DataSourceSrv, setAppEvents, setDataSourceSrv } from '@grafana/runtime';
import { act, fireEvent, render, screen, within } from '@testing-library/react';
import { type ServiceReport } from '@soundcheck/query';
import React, { useState } from 'react';
import { type TrustyJsonData } from '../query/types.ts';
import { blankOptions } from '../testing/options.ts';
import { instanceSettings, makeDataSource, python, serve } from '../testing/service.ts';
import { ConfigEditor } from './ConfigEditor.tsx';
import { type Options } from './headers.ts';

/** Shows the page as Grafana does, which keeps the options; gives what they have become. */
function show(jsonData: TrustyJsonData = {}, more: Partial<Options> = {}) {
  const seen: { options: Options } = { options: { ...blankOptions, ...more, jsonData } };
  function Page() {
    const [options, setOptions] = useState(seen.options);
    const keep = (next: Options) => {
      seen.options = next;
      setOptions(next);
    };
    return <ConfigEditor options={options} onOptionsChange={keep} />;
  }
  render(<Page />);
  return seen;
}

/** A Grafana with these data sources beside ours. */
function provision(others: DataSourceInstanceSettings[]) {
  const known: Pick<DataSourceSrv, 'getList' | 'getInstanceSettings'> = {
    getList: () => others,
    getInstanceSettings: (ref) => others.find(({ uid }) => uid === (typeof ref === 'string' ? ref : ref?.uid)),
  };
  setDataSourceSrv(Object.assign(Object.create(null), known, { get: async () => makeDataSource() }));
}

const other = (uid: string, type: string): DataSourceInstanceSettings => ({
  ...instanceSettings({}),
  uid,
  name: `My ${type}`,
  type,
});

const events = new EventBusSrv();

beforeAll(() => setAppEvents(events));
beforeEach(() => provision([other('prom', 'prometheus'), other('loki', 'loki')]));

it('a provisioned data source is shown and cannot be changed', () => {
  show({}, { readOnly: true });
  for (const label of [/URL/, /Namespace/, 'Java', /^Batch limit/, 'Editors', /^Prometheus/, /^Loki/]) {
    expect(screen.getByLabelText(label, { selector: 'input' })).toBeDisabled();
  }
});

it('keeps the URL and the namespace', () => {
  const seen = show();
  fireEvent.change(screen.getByLabelText(/URL/), { target: { value: 'https://trusty.example' } });
  fireEvent.change(screen.getByLabelText(/Namespace/), { target: { value: 'prod' } });
  expect(seen.options.url).toBe('https://trusty.example');
  expect(seen.options.jsonData.namespace).toBe('prod');
});

it('forces a dialect, and says what it means', () => {
  const seen = show();
  expect(screen.getByLabelText('Detect')).toBeChecked();
  fireEvent.click(screen.getByLabelText('Java'));
  expect(seen.options.jsonData.dialect).toBe('java');
  expect(screen.getByText(/low means drift/)).toBeInTheDocument();
});

it.each(['abc.def', 'Bearer abc.def', ' bearer  abc.def '])('keeps the token "%s" as a secret header', (pasted) => {
  const seen = show({ httpHeaderName1: 'Authorization' });
  fireEvent.change(screen.getByLabelText('Token'), { target: { value: pasted } });
  expect(seen.options.jsonData.httpHeaderName1).toBe('Authorization');
  expect(seen.options.secureJsonData?.['httpHeaderValue1']).toBe('Bearer abc.def');
  expect(JSON.stringify(seen.options.jsonData)).not.toContain('abc.def');
});

it('custom headers stand beside the token, which is not listed among them', () => {
  const seen = show(
    { httpHeaderName1: 'Authorization', httpHeaderName2: 'X-Team' },
    { secureJsonFields: { httpHeaderValue1: true, httpHeaderValue2: true } }
  );
  expect(screen.getAllByDisplayValue('X-Team')).toHaveLength(1);
  expect(screen.queryByDisplayValue('Authorization')).not.toBeInTheDocument();
  fireEvent.click(screen.getByText('Add another header'));
  const [, name] = screen.getAllByPlaceholderText(/Header name|X-/i);
  if (!name) {
    throw new Error('no second header');
  }
  fireEvent.change(name, { target: { value: 'X-Zone' } });
  fireEvent.blur(name);
  expect(seen.options.jsonData).toMatchObject({
    httpHeaderName1: 'Authorization',
    httpHeaderName2: 'X-Team',
    httpHeaderName3: 'X-Zone',
  });
  expect(seen.options.secureJsonFields).toMatchObject({ httpHeaderValue1: true, httpHeaderValue2: true });
});

it('offers an own CA and a client certificate', () => {
  const seen = show();
  fireEvent.click(screen.getByLabelText('Add self-signed certificate'));
  fireEvent.click(screen.getByLabelText('TLS Client Authentication'));
  expect(seen.options.jsonData).toMatchObject({ tlsAuthWithCACert: true, tlsAuth: true });
});

it.each([
  [{}, undefined],
  [{ prometheusUid: 'prom', lokiUid: 'loki' }, undefined],
  [{ prometheusUid: 'gone' }, /no data source with the uid gone any more: choose a Prometheus data source/],
  [{ lokiUid: 'prom' }, /My prometheus is of type prometheus: choose a Loki data source/],
])('linked data sources are checked: %j', (jsonData, sentence) => {
  show(jsonData, { url: 'https://trusty.example' });
  for (const name of ['Prometheus', 'Loki']) {
    expect(within(screen.getByRole('group', { name })).getByRole('combobox')).toBeInTheDocument();
  }
  const alert = screen.queryByRole('alert');
  if (sentence) {
    expect(alert).toHaveTextContent(sentence);
  } else {
    expect(alert).not.toBeInTheDocument();
  }
});

it('scheduling is off until it is switched on, with what that allows', () => {
  const seen = show();
  expect(screen.getByLabelText('Off')).toBeChecked();
  fireEvent.click(screen.getByLabelText('Editors'));
  expect(seen.options.jsonData.scheduling).toBe('editors');
  expect(screen.getByText(/Editors and administrators may create and delete metric schedules/)).toBeInTheDocument();
});

it('the batch limit is asked for where a Java service may answer', () => {
  const seen = show();
  const limit = screen.getByLabelText(/^Batch limit/);
  fireEvent.change(limit, { target: { value: '2000' } });
  fireEvent.blur(limit);
  expect(seen.options.jsonData.serviceBatchSize).toBe(2000);
  fireEvent.click(screen.getByLabelText('Python'));
  expect(screen.queryByLabelText(/^Batch limit/)).not.toBeInTheDocument();
});

it('after a test that succeeded, shows what the service has and what will surprise', async () => {
  const report: ServiceReport = {
    dialect: 'python',
    evidence: 'GET /openapi.json',
    family: 'Python',
    models: [{ id: 'credit', observations: 1600 }],
    schedules: 3,
    missingMetrics: ['Maximum mean discrepancy'],
    rows: false,
    warnings: ['Schedules are lost when the service restarts.'],
  };
  serve(python, { service: report });
  show();
  expect(screen.queryByText(/What this service has/)).not.toBeInTheDocument();
  await act(async () => events.publish(new DataSourceTestSucceeded()));
  expect(await screen.findByText('What this service has: Python')).toBeInTheDocument();
  expect(screen.getByText('credit: 1,600 rows stored')).toBeInTheDocument();
  expect(screen.getByText('Not offered: Maximum mean discrepancy')).toBeInTheDocument();
  expect(screen.getByText(/lost when the service restarts/)).toBeInTheDocument();
});
