import { CoreApp } from '@grafana/data';
import { act, fireEvent, render, screen, waitFor } from '@testing-library/react';
import React from 'react';
import { type TrustyDataQuery } from '../query/types.ts';
import { makeDataSource, python, serve, type Service } from '../testing/service.ts';
import { QueryEditor } from './QueryEditor.tsx';

const base: TrustyDataQuery = { refId: 'A', queryType: 'scores', metric: 'ks' };

async function show(service: Service | undefined, query: TrustyDataQuery = base, app?: CoreApp) {
  serve(service);
  const onChange = jest.fn<void, [TrustyDataQuery]>();
  const onRunQuery = jest.fn();
  const datasource = makeDataSource();
  await act(async () => {
    render(<QueryEditor datasource={datasource} query={query} app={app} onChange={onChange} onRunQuery={onRunQuery} />);
  });
  return { onChange, onRunQuery };
}

it('lists the models of the service; a choice is written and run', async () => {
  const { onChange, onRunQuery } = await show(python);
  const model = screen.getByLabelText('Model');
  // By keyboard: jsdom has no layout, so the list of the picker draws no rows to click.
  await act(async () => {
    fireEvent.click(model);
  });
  fireEvent.keyDown(model, { key: 'ArrowDown' });
  fireEvent.keyDown(model, { key: 'Enter' });
  expect(onChange).toHaveBeenLastCalledWith({ ...base, model: 'credit' });
  expect(onRunQuery).toHaveBeenCalled();
});

it('explains the number as the service found publishes it', async () => {
  await show(python);
  expect(await screen.findByText(/^KS distance D\. .*high means drift\.$/)).toBeInTheDocument();
});

it('explains both readings where the service cannot be asked, and takes text with the reason', async () => {
  const { onChange } = await show(undefined);
  expect(
    screen.getByText(/Java: KS test, p-value.*low means drift.*Python: KS distance D.*high means drift/)
  ).toBeInTheDocument();
  expect(
    await screen.findByText(/TrustyAI cannot be reached at GET \/info \(connect ECONNREFUSED/)
  ).toBeInTheDocument();
  const model = screen.getByLabelText('Model');
  fireEvent.change(model, { target: { value: 'credit' } });
  fireEvent.blur(model);
  expect(onChange).toHaveBeenLastCalledWith({ ...base, model: 'credit' });
});

it('says why the list of models is empty', async () => {
  await show({ ...python, '/info': {} });
  expect(await screen.findByText(/TrustyAI knows no model yet/)).toBeInTheDocument();
});

it('asks for reference and window only where they matter', async () => {
  const { onChange } = await show(python, { ...base, queryType: 'compute', model: 'credit' });
  const window = screen.getByLabelText(/^Window/);
  fireEvent.change(window, { target: { value: '600' } });
  fireEvent.blur(window);
  expect(onChange).toHaveBeenLastCalledWith(expect.objectContaining({ batchSize: 600 }));
  expect(screen.getByLabelText(/^Reference/)).toBeInTheDocument();
  fireEvent.click(screen.getByLabelText('Models'));
  await waitFor(() => expect(onChange).toHaveBeenLastCalledWith(expect.objectContaining({ queryType: 'models' })));
});

it('warns in a rule that scores cannot be used there', async () => {
  await show(python, base, CoreApp.UnifiedAlerting);
  expect(screen.getByText('Rules cannot use scores over time')).toBeInTheDocument();
});
