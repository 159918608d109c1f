import React from 'react';
import { FieldType, LoadingState, toDataFrame, type DataFrame, type PanelProps } from '@grafana/data';
import { configure, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { DriftPanel } from './DriftPanel.tsx';
import { defaultOptions, type DriftOptions } from './options/options.ts';
import { FROM, panelProps } from './testing/panel-props.ts';

// A busy machine may take its time for reading, analysis and drawing.
configure({ asyncUtilTimeout: 15_000 });
jest.setTimeout(30_000);

const HOUR = 3_600_000;

/** KS D of 5,000 v 500 rows; "tempo" drifts from hour 30 on. The critical D at 5 % is 0.063. */
function scores(features = ['tempo', 'energy', 'key'], metric = 'ks', valueIs = 'ks_d'): DataFrame[] {
  const hours = Array.from({ length: 48 }, (_, hour) => hour);
  return features.map((feature) =>
    toDataFrame({
      refId: 'A',
      fields: [
        { name: 'time', type: FieldType.time, values: hours.map((hour) => FROM + hour * HOUR) },
        {
          name: 'value',
          type: FieldType.number,
          labels: { model: 'jukebox', feature, metric, value_is: valueIs },
          values: hours.map((hour) => (feature === 'tempo' && hour >= 30 ? 0.3 : 0.02)),
        },
        { name: 'n_reference', type: FieldType.number, values: hours.map(() => 5000) },
        { name: 'n_current', type: FieldType.number, values: hours.map(() => 500) },
      ],
    })
  );
}

function rows(refId: string, shift: number): DataFrame {
  const values = Array.from({ length: 300 }, (_, at) => at / 300 + shift);
  return toDataFrame({ refId, fields: [{ name: 'tempo', type: FieldType.number, values }] });
}

function panel(series: DataFrame[], more: Partial<PanelProps<DriftOptions>> = {}) {
  return render(<DriftPanel {...panelProps(series, more)} />);
}

const verdict = () => screen.findByRole('status');
const names = () => screen.getAllByRole('option').map((option) => option.getAttribute('data-feature'));
const detail = (name: string) => screen.findByRole('region', { name: `Detail of ${name}` });

it('gives the verdict, the ranking and the history of scores', async () => {
  panel(scores());
  expect(await verdict()).toHaveTextContent('1 of 3 features drifted: tempo since Tue 18:00');
  expect(await verdict()).toHaveTextContent(/reference 5,000 v current 500/);
  expect(names()[0]).toBe('tempo');
  expect(await screen.findByRole('img', { name: /over time.*limit 0\.063/ })).toBeInTheDocument();
});

it("writes times in the dashboard's time zone", async () => {
  panel(scores(), { timeZone: 'Asia/Tokyo' });
  expect(await verdict()).toHaveTextContent('tempo since Wed 03:00');
});

it('judges rows alone', async () => {
  panel([rows('reference', 0), rows('B', 0.4)]);
  expect(await verdict()).toHaveTextContent(/1 feature drifted: tempo, because .* of the PSI/);
});

it('chooses a feature by click, and Escape takes it back', async () => {
  panel(scores());
  expect(await detail('tempo')).toBeInTheDocument();
  fireEvent.click(screen.getByRole('option', { name: /^key/ }));
  expect(await detail('key')).toBeInTheDocument();
  fireEvent.keyDown(screen.getByRole('option', { name: /^key/ }), { key: 'Escape' });
  expect(await detail('tempo')).toBeInTheDocument();
});

it('leaves Escape to the page once there is nothing to take back', async () => {
  panel(scores());
  await verdict();
  const heard = jest.fn();
  document.addEventListener('keydown', heard);
  const option = screen.getByRole('option', { name: /^tempo/ });
  fireEvent.click(screen.getByRole('option', { name: /^key/ }));
  fireEvent.keyDown(option, { key: 'Escape' });
  expect(heard).not.toHaveBeenCalled();
  fireEvent.keyDown(option, { key: 'Escape' });
  expect(heard).toHaveBeenCalledTimes(1);
  document.removeEventListener('keydown', heard);
});

it('switches between the metrics in the data', async () => {
  panel([...scores(), ...scores(['tempo', 'energy'], 'jensen-shannon', 'js_distance')]);
  await verdict();
  expect(names()).toHaveLength(3);
  fireEvent.click(screen.getByLabelText('JS'));
  await waitFor(() => expect(names()).toHaveLength(2));
});

it('shows the view of the options, and the one that the viewer chooses', async () => {
  panel(scores(), { options: { ...defaultOptions, view: 'quality' } });
  expect(await screen.findByText(/Scores alone say nothing about the data/)).toBeInTheDocument();
  expect(await verdict()).toHaveTextContent('tempo');
  fireEvent.click(screen.getByLabelText('Overview'));
  expect(await detail('tempo')).toBeInTheDocument();
});

it('hides the detail where the options say so', async () => {
  panel(scores(), { options: { ...defaultOptions, showDetail: false } });
  await verdict();
  expect(screen.queryByRole('region')).not.toBeInTheDocument();
});

it.each([
  ['nothing', [], {}, /No data in this time range/],
  ['rows without a reference', [rows('B', 0)], {}, /none is named "reference" \(queries here: B\)/],
  [
    'a failed query',
    [],
    { errors: [{ refId: 'A', message: 'connection refused' }] },
    /Query A failed.*connection refused/,
  ],
])('says what is missing: %s', async (_, series, data, text) => {
  const { container } = panel(series, { data: { ...panelProps(series).data, ...data } });
  await waitFor(() => expect(container).toHaveTextContent(text));
});

it('waits', () => {
  panel([], { data: { ...panelProps([]).data, state: LoadingState.Loading } });
  expect(screen.getByText('Waiting for data')).toBeInTheDocument();
});

it('gives no verdict on half of its queries, and keeps the old one while a refresh runs', async () => {
  const half = panelProps([rows('reference', 0), rows('current', 0.5)]);
  const { rerender } = render(<DriftPanel {...half} data={{ ...half.data, state: LoadingState.Loading }} />);
  expect(screen.queryByRole('status')).not.toBeInTheDocument();
  const whole = panelProps(scores());
  rerender(<DriftPanel {...whole} />);
  expect(await verdict()).toHaveTextContent('1 of 3 features drifted');
  rerender(<DriftPanel {...half} data={{ ...half.data, state: LoadingState.Loading }} />);
  expect(await verdict()).toHaveTextContent('1 of 3 features drifted');
});

it('goes on where only one of two queries failed', async () => {
  const { data } = panelProps(scores());
  panel([], { data: { ...data, errors: [{ refId: 'B', message: 'timeout' }] } });
  expect(await verdict()).toHaveTextContent('drifted: tempo');
  expect(screen.getByText(/Query B failed\. timeout/)).toBeInTheDocument();
});

it('shows numbers of unknown scale and judges none of them', async () => {
  panel(scores(['tempo', 'energy'], 'ks', 'banana'));
  expect(await verdict()).toHaveTextContent('No verdict');
  expect(screen.queryByText(/drifted/)).not.toBeInTheDocument();
});

it('offers what can be taken out of it', async () => {
  panel(scores());
  await verdict();
  fireEvent.click(screen.getByRole('button', { name: 'Export' }));
  const items = within(await screen.findByRole('menu')).getAllByRole('menuitem');
  expect(items.map((item) => item.textContent)).toEqual([
    ...['Copy the verdict', 'Results as CSV', 'Results and data as JSON', 'Picture as PNG'],
    ...['Keep the reference as a profile', 'Make the current rows the reference'],
  ]);
});
