import { type DataSourceSrv, setDataSourceSrv } from '@grafana/runtime';
import { fireEvent, render, screen } from '@testing-library/react';
import React, { useState } from 'react';
import { type TrustyJsonData } from '../query/types.ts';
import { type Options } from './bearer-token.ts';
import { ConfigEditor } from './ConfigEditor.tsx';

const blank: Options = {
  id: 1,
  uid: 'trusty',
  orgId: 1,
  name: 'TrustyAI',
  typeLogoUrl: '',
  type: 'soundcheck-trustyai-datasource',
  typeName: 'TrustyAI (Soundcheck)',
  access: 'proxy',
  url: '',
  user: '',
  database: '',
  basicAuth: false,
  basicAuthUser: '',
  isDefault: false,
  jsonData: {},
  secureJsonFields: {},
  readOnly: false,
  withCredentials: false,
};

/** Shows the page as Grafana does, which keeps the options; gives what they have become. */
function show(jsonData: TrustyJsonData = {}) {
  const seen: { options: Options } = { options: { ...blank, jsonData } };
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

/** A Grafana without any other data source. */
beforeAll(() => {
  const none: Pick<DataSourceSrv, 'getList' | 'getInstanceSettings'> = {
    getList: () => [],
    getInstanceSettings: () => undefined,
  };
  setDataSourceSrv(Object.assign(Object.create(null), none));
});

it('keeps the URL and the namespace', () => {
  const seen = show();
  fireEvent.change(screen.getByLabelText(/URL/), { target: { value: 'https://trusty.example' } });
  fireEvent.change(screen.getByLabelText(/Namespace/), { target: { value: 'prod' } });
  expect(seen.options.url).toBe('https://trusty.example');
  expect(seen.options.jsonData.namespace).toBe('prod');
});

it('forces a dialect', () => {
  const seen = show();
  expect(screen.getByLabelText('Detect')).toBeChecked();
  fireEvent.click(screen.getByLabelText('Java'));
  expect(seen.options.jsonData.dialect).toBe('java');
});

it.each(['abc.def', 'Bearer abc.def', ' bearer  abc.def '])('keeps the token "%s" as a secret header', (pasted) => {
  const seen = show({ httpHeaderName1: 'Authorization' });
  fireEvent.change(screen.getByLabelText('Token'), { target: { value: pasted } });
  expect(seen.options.jsonData.httpHeaderName1).toBe('Authorization');
  expect(seen.options.secureJsonData?.httpHeaderValue1).toBe('Bearer abc.def');
  expect(JSON.stringify(seen.options.jsonData)).not.toContain('abc.def');
});
