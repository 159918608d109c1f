import { OrgRole } from '@grafana/data';
import { config } from '@grafana/runtime';
import { act, fireEvent, render, screen, within } from '@testing-library/react';
import React from 'react';
import { QueryEditor } from '../editor/QueryEditor.tsx';
import { type TrustyDataQuery, type TrustyJsonData } from '../query/types.ts';
import { makeDataSource, python, serve } from '../testing/service.ts';

const query: TrustyDataQuery = { refId: 'A', queryType: 'schedules', model: '$model', metric: 'ks', version: 2 };

interface Shown {
  role?: OrgRole;
  jsonData?: TrustyJsonData;
  answers?: Record<string, unknown>;
}

async function show({ role = OrgRole.Editor, jsonData = { scheduling: 'editors' }, answers = {} }: Shown = {}) {
  config.bootData = Object.assign(Object.create(null), { user: { orgRole: role, isGrafanaAdmin: false } });
  const calls = serve(python, answers);
  const datasource = makeDataSource({ jsonData, variables: { model: 'credit' } });
  const onRunQuery = jest.fn();
  await act(async () => {
    render(<QueryEditor datasource={datasource} query={query} onChange={jest.fn()} onRunQuery={onRunQuery} />);
  });
  /** What was posted, by resource. */
  const posted = () =>
    calls.urls.flatMap((url, i) =>
      calls.bodies[i] === undefined ? [] : [[url.split('/resources/')[1], calls.bodies[i]]]
    );
  return { posted, onRunQuery };
}

async function press(name: string | RegExp) {
  await act(async () => fireEvent.click(screen.getByRole('button', { name })));
}

it.each<[OrgRole, TrustyJsonData, boolean]>([
  [OrgRole.Viewer, { scheduling: 'editors' }, false],
  [OrgRole.Editor, { scheduling: 'editors' }, true],
  [OrgRole.Admin, { scheduling: 'editors' }, true],
  [OrgRole.Editor, { scheduling: 'off' }, false],
  [OrgRole.Admin, {}, false],
])('%s, %j: offered %s', async (role, jsonData, offered) => {
  await show({ role, jsonData });
  expect(screen.queryAllByRole('button', { name: 'New schedule' })).toHaveLength(offered ? 1 : 0);
});

it('creates a schedule only after saying what will happen, and tells the outcome', async () => {
  const message = 'Scheduled: the first value comes within some seconds.';
  const { posted, onRunQuery } = await show({ answers: { 'schedules/create': { id: 'r9', message } } });
  await press('New schedule');
  fireEvent.change(screen.getByLabelText(/^Name/), { target: { value: 'nightly' } });
  await press('Create…');
  expect(posted()).toEqual([]);
  const dialog = screen.getByRole('dialog');
  expect(dialog).toHaveTextContent(
    /compute Kolmogorov-Smirnov of credit again and again on its last 500 rows, and publish it under the name nightly/
  );
  expect(dialog).toHaveTextContent(/a restart loses this one/);
  await act(async () => fireEvent.click(within(dialog).getByRole('button', { name: 'Create' })));
  expect(posted()).toEqual([
    ['schedules/create', { model: 'credit', metric: 'ks', requestName: 'nightly', batchSize: 500 }],
  ]);
  expect(await screen.findByText(message)).toBeInTheDocument();
  expect(onRunQuery).toHaveBeenCalled();
});

it('a name is suggested, and without one nothing can be created', async () => {
  await show();
  await press('New schedule');
  expect(screen.getByLabelText(/^Name/)).toHaveValue('ks-credit');
  fireEvent.change(screen.getByLabelText(/^Name/), { target: { value: ' ' } });
  expect(screen.getByRole('button', { name: 'Create…' })).toBeDisabled();
  expect(screen.getByText(/Give the schedule a name/)).toBeInTheDocument();
});

it('deletes after a question that names the schedule; a refusal is told as it came', async () => {
  const refusal = new Error('Scheduling from Grafana is off for this data source.');
  const { posted } = await show({ answers: { 'schedules/delete': refusal } });
  await press('Delete Kolmogorov-Smirnov of credit, without a name, against TRAINING, last 600 rows');
  const dialog = screen.getByRole('dialog');
  expect(dialog).toHaveTextContent(/stops computing Kolmogorov-Smirnov of credit, without a name/);
  expect(posted()).toEqual([]);
  await act(async () => fireEvent.click(within(dialog).getByRole('button', { name: 'Delete' })));
  expect(posted()).toEqual([['schedules/delete', { id: 'r1', metric: 'ks', model: 'credit' }]]);
  expect(await screen.findByText(refusal.message)).toBeInTheDocument();
  expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
});
