import { CoreApp } from '@grafana/data';
import { act, fireEvent, render, screen } from '@testing-library/react';
import React from 'react';
import { type TrustyDataQuery, type TrustyJsonData } from '../query/types.ts';
import { makeDataSource, python, serve, type Service } from '../testing/service.ts';
import { QueryEditor } from './QueryEditor.tsx';

const base: TrustyDataQuery = { refId: 'A', queryType: 'scores', metric: 'ks', version: 2 };

interface Shown {
  service?: Service;
  query?: TrustyDataQuery;
  app?: CoreApp;
  jsonData?: TrustyJsonData;
}

/** The editor as Grafana shows it: what is written comes back. */
async function show({ service, query = base, app, jsonData }: Shown) {
  serve(service);
  const onChange = jest.fn<void, [TrustyDataQuery]>();
  const onRunQuery = jest.fn();
  const datasource = makeDataSource({ jsonData });
  function Editor() {
    const [saved, save] = React.useState(query);
    const keep = (next: TrustyDataQuery) => {
      onChange(next);
      save(next);
    };
    return <QueryEditor datasource={datasource} query={saved} app={app} onChange={keep} onRunQuery={onRunQuery} />;
  }
  await act(async () => {
    render(<Editor />);
  });
  return { onChange, onRunQuery };
}

/** By keyboard: jsdom has no layout, so the list of the picker draws no rows to click. */
async function pick(label: string | RegExp, text: string) {
  const picker = screen.getByRole('combobox', { name: label });
  await act(async () => {
    fireEvent.click(picker);
    fireEvent.change(picker, { target: { value: text } });
  });
  fireEvent.keyDown(picker, { key: 'ArrowDown' });
  await act(async () => {
    fireEvent.keyDown(picker, { key: 'Enter' });
  });
}

function type(label: string | RegExp, text: string) {
  const input = screen.getByLabelText(label);
  fireEvent.change(input, { target: { value: text } });
  fireEvent.blur(input);
}

it('lists the models of the service; a choice is written and run', async () => {
  const { onChange, onRunQuery } = await show({ service: python });
  await pick(/^Model/, 'credit');
  expect(onChange).toHaveBeenLastCalledWith({ ...base, model: 'credit' });
  expect(onRunQuery).toHaveBeenCalled();
  expect(screen.getByText('1,600 rows stored')).toBeInTheDocument();
});

it('explains the number as the service found publishes it', async () => {
  await show({ service: python });
  expect(await screen.findByText(/^KS distance D\. .*high means drift\.$/)).toBeInTheDocument();
});

it('explains both readings where the service cannot be asked, and takes text with the reason', async () => {
  const { onChange } = await show({});
  expect(
    screen.getByText(/Java: KS test, p-value.*low means drift.*Python: KS distance D.*high means drift/)
  ).toBeInTheDocument();
  expect(
    await screen.findByText(/TrustyAI cannot be reached at GET \/info \(connect ECONNREFUSED.*Until then, type it/)
  ).toBeInTheDocument();
  await act(async () => type(/^Model/, 'credit'));
  expect(onChange).toHaveBeenLastCalledWith({ ...base, model: 'credit' });
});

it('says why the list of models is empty', async () => {
  await show({ service: { ...python, '/info': {} } });
  expect(await screen.findByText(/TrustyAI knows no model yet/)).toBeInTheDocument();
});

it.each<[TrustyDataQuery['queryType'], string[]]>([
  ['scores', ['Model', 'Metric', 'Features', 'Reference', 'Level', 'Own limit', 'Namespace']],
  ['latest', ['Model', 'Metric', 'Features', 'Level', 'Own limit', 'As one table']],
  ['compute', ['Model', 'Metric', 'Features', 'Reference', 'Window', 'Level', 'Own limit', 'As one table']],
  ['distribution', ['Model', 'Features', 'Reference', 'Window']],
  ['rows', ['Model', 'Features', 'Reference', 'Window', 'At most']],
  ['models', []],
  ['columns', ['Model']],
  ['tags', ['Model']],
  ['schedules', ['Model', 'Metric', 'Wanted']],
  ['observations', ['Model']],
  [
    'events',
    [
      'Model',
      'Events',
      'Steps over the limit',
      'Of the last steps',
      'Metric',
      'Features',
      'Level',
      'Own limit',
      'Namespace',
    ],
  ],
])('%s: exactly the fields that it uses, each with a label', async (queryType, labels) => {
  await show({ service: python, query: { ...base, queryType } });
  const controls = [...document.querySelectorAll('input:not([type=radio]),textarea')];
  const names = controls.map(
    (control) => document.querySelector(`label[for="${control.id}"]`)?.textContent ?? '(none)'
  );
  const expected = ['Kind', 'JSON', ...labels];
  expect(names).toHaveLength(expected.length);
  names.forEach((name, i) => expect(name).toMatch(new RegExp(`^${expected[i] ?? ''}`)));
  for (const group of screen.queryAllByRole('radiogroup')) {
    expect(group).toHaveAttribute('aria-label', expect.stringMatching(/\w/));
  }
});

it('another kind is chosen in the picker, and what was chosen stays', async () => {
  const { onChange } = await show({ service: python, query: { ...base, model: 'credit' } });
  await pick(/^Kind/, 'Tags');
  expect(onChange).toHaveBeenLastCalledWith({ ...base, model: 'credit', queryType: 'tags' });
  expect(screen.getByText(/table of the references/)).toBeInTheDocument();
});

it('numbers are checked before they are saved; a variable is taken as it is', async () => {
  const { onChange } = await show({ service: python, query: { ...base, queryType: 'compute', model: 'credit' } });
  type(/^Window/, '600');
  expect(onChange).toHaveBeenLastCalledWith(expect.objectContaining({ batchSize: 600 }));
  type(/^Window/, '$rows');
  expect(onChange).toHaveBeenLastCalledWith(expect.objectContaining({ batchSize: '$rows' }));
  const calls = onChange.mock.calls.length;
  type(/^Window/, '-3');
  expect(screen.getByText('A whole number above 0')).toBeInTheDocument();
  type(/^Level/, '5');
  expect(screen.getByText(/A level between 0 and 1/)).toBeInTheDocument();
  type(/^Own limit/, 'high');
  expect(screen.getByText(/A number, or a variable/)).toBeInTheDocument();
  expect(onChange).toHaveBeenCalledTimes(calls);
});

it('inputs and outputs narrow the features', async () => {
  const query: TrustyDataQuery = { ...base, queryType: 'latest', model: 'credit', features: ['age'] };
  const { onChange } = await show({ service: python, query });
  fireEvent.click(screen.getByLabelText('Outputs'));
  expect(onChange).toHaveBeenLastCalledWith({ ...query, features: undefined, role: 'output' });
  await pick(/^Features/, 'acc');
  expect(onChange).toHaveBeenLastCalledWith({ ...query, features: ['accepted'], role: 'output' });
});

it('latest: the output says what its one number is', async () => {
  const { onChange } = await show({ service: python, query: { ...base, queryType: 'latest' } });
  fireEvent.click(screen.getByLabelText('Value over limit'));
  expect(onChange).toHaveBeenLastCalledWith(expect.objectContaining({ output: 'value over limit' }));
  expect(screen.getByText(/1 is the limit and more means drift/)).toBeInTheDocument();
});

it('a metric without a limit of its own says that it needs one', async () => {
  await show({ service: python, query: { ...base, metric: 'mmd' } });
  expect(screen.getByText(/without one it is not judged/)).toBeInTheDocument();
});

it('persistence never asks for more steps than there are', async () => {
  const { onChange } = await show({ service: python, query: { ...base, queryType: 'events' } });
  type(/^Steps over/, '3');
  expect(onChange).toHaveBeenLastCalledWith(expect.objectContaining({ persistence: { need: 3, of: 3 } }));
  type(/^Of the last/, '2');
  expect(onChange).toHaveBeenLastCalledWith(expect.objectContaining({ persistence: { need: 2, of: 2 } }));
});

it('JSON: shows what is saved, writes what is right, keeps what is wrong on screen', async () => {
  const { onChange } = await show({ service: python, query: { ...base, model: 'credit' } });
  fireEvent.click(screen.getByLabelText('JSON'));
  const text = screen.getByLabelText(/^Query/);
  expect(text).toHaveValue(
    JSON.stringify({ queryType: 'scores', metric: 'ks', version: 2, model: 'credit' }, undefined, 2)
  );
  type(/^Query/, '{"queryType":"latest","modle":"credit"}');
  expect(onChange).not.toHaveBeenCalled();
  expect(screen.getByText(/“modle” is no field/)).toBeInTheDocument();
  type(/^Query/, '{"queryType":"latest","model":"jukebox"}');
  expect(onChange).toHaveBeenLastCalledWith({ refId: 'A', queryType: 'latest', model: 'jukebox' });
});

it('schedules: the wanted list is JSON', async () => {
  const { onChange } = await show({ service: python, query: { ...base, queryType: 'schedules' } });
  type(/^Wanted/, '[{"model":"credit","metric":"ks"}]');
  expect(onChange).toHaveBeenLastCalledWith(expect.objectContaining({ wanted: [{ model: 'credit', metric: 'ks' }] }));
});

it.each([
  ['scores', /read by the browser/],
  ['schedules', /gives a table/],
] as const)('a rule is told what it cannot use: %s', async (queryType, reason) => {
  await show({ service: python, query: { ...base, queryType }, app: CoreApp.UnifiedAlerting });
  expect(screen.getByText('Rules cannot use this kind')).toBeInTheDocument();
  expect(screen.getByText(reason)).toBeInTheDocument();
});

it.each<TrustyJsonData>([{ oauthPassThru: true }, { keepCookies: ['session'] }])(
  'a rule is told that a forwarded identity has no user: %j',
  async (jsonData) => {
    const query: TrustyDataQuery = { ...base, queryType: 'latest' };
    await show({ service: python, query, app: CoreApp.UnifiedAlerting, jsonData });
    expect(screen.getByText('Rules cannot use this data source')).toBeInTheDocument();
  }
);

it('the protected feature is picked among the inputs, not typed', async () => {
  const query = { ...base, queryType: 'compute' as const, metric: 'spd', model: 'credit' };
  const { onChange } = await show({ service: python, query });
  await pick(/^Protected feature/, 'income');
  expect(onChange).toHaveBeenLastCalledWith(
    expect.objectContaining({ fairness: expect.objectContaining({ protectedAttribute: 'income', privileged: 1 }) })
  );
  await pick(/^Outcome/, 'income');
  expect(onChange).toHaveBeenCalledTimes(1);
});
