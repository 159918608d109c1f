import React from 'react';
import { FieldType, LoadingState, toDataFrame, type DataFrame, type PanelProps } from '@grafana/data';
import { fireEvent, render, screen, within } from '@testing-library/react';
import { DriftPanel } from './DriftPanel.tsx';
import { defaultOptions, type DriftOptions } from './options/options.ts';
import { FROM, panelProps } from './testing/panel-props.ts';

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

const names = () => screen.getAllByRole('option').map((option) => option.getAttribute('data-feature'));

it('gives the verdict, the ranking and the history of scores', () => {
  panel(scores());
  expect(screen.getByRole('status')).toHaveTextContent('1 of 3 features drifted: tempo since Tue 18:00.');
  expect(screen.getByRole('status')).toHaveTextContent('reference 5,000 v current 500 rows');
  expect(names()).toEqual(['tempo', 'energy', 'key']);
  expect(
    screen.getByRole('option', {
      name: /^tempo: drift\. KS distance D 0\.3, limit 0\.063/,
    })
  ).toBeInTheDocument();
  expect(screen.getByRole('img', { name: /^KS distance D over time, limit 0\.063/ })).toBeInTheDocument();
  expect(screen.getByText(/Scores alone carry no distribution/)).toBeInTheDocument();
});

it("writes times in the dashboard's time zone", () => {
  panel(scores(), { timeZone: 'Asia/Tokyo' });
  expect(screen.getByRole('status')).toHaveTextContent('tempo since Wed 03:00');
});

it('overlays reference and current where there are rows', () => {
  panel([...scores(), rows('reference', 0), rows('B', 0.4)]);
  expect(screen.getByRole('img', { name: /^density: current 300, reference 300 rows/ })).toBeInTheDocument();
  expect(screen.getByText(/overlay from rows, 300 v 300/)).toBeInTheDocument();
});

it('judges rows alone, without a history', () => {
  panel([rows('reference', 0), rows('B', 0.4)]);
  expect(screen.getByRole('status')).toHaveTextContent(/1 feature drifted: tempo, because .* of the PSI/);
  expect(screen.getByText(/Add a query with scores to see drift over time/)).toBeInTheDocument();
});

it('chooses a feature by click and by keyboard', () => {
  panel(scores());
  const detail = (name: string) => screen.getByRole('region', { name: `Detail of ${name}` });
  expect(detail('tempo')).toBeInTheDocument();
  fireEvent.click(screen.getByRole('option', { name: /^key/ }));
  expect(within(detail('key')).getByText(/KS distance D 0\.02/)).toBeInTheDocument();
  fireEvent.keyDown(screen.getByRole('option', { name: /^key/ }), { key: 'ArrowUp' });
  expect(screen.getByRole('option', { selected: true })).toHaveAttribute('data-feature', 'energy');
  expect(screen.getByRole('option', { selected: true })).toHaveFocus();
  fireEvent.keyDown(screen.getByRole('option', { name: /^energy/ }), { key: 'End' });
  expect(detail('key')).toBeInTheDocument();
});

it('switches between the metrics in the data', () => {
  panel([...scores(), ...scores(['tempo', 'energy'], 'jensen-shannon', 'js_distance')]);
  expect(names()).toHaveLength(3);
  fireEvent.click(screen.getByLabelText('JS'));
  expect(names()).toHaveLength(2);
  expect(screen.getByRole('status')).toHaveTextContent('Jensen-Shannon distance 0.1, service default');
});

it('leaves verdict and features in a narrow panel', () => {
  panel(scores(), { width: 300 });
  expect(names()).toHaveLength(3);
  expect(screen.queryByRole('region')).not.toBeInTheDocument();
  expect(screen.queryByRole('img')).not.toBeInTheDocument();
});

it('hides the detail where the options say so', () => {
  panel(scores(), { options: { ...defaultOptions, showDetail: false } });
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
])('says what is missing: %s', (_, series, data, text) => {
  panel(series, { data: { ...panelProps(series).data, ...data } });
  expect(screen.getByRole('alert')).toHaveTextContent(text);
});

it('waits', () => {
  panel([], { data: { ...panelProps([]).data, state: LoadingState.Loading } });
  expect(screen.getByText('Waiting for data')).toBeInTheDocument();
});

it('gives no verdict on half of its queries, and keeps the old one while a refresh runs', () => {
  const half = panelProps([rows('reference', 0), rows('current', 0.5)]);
  const { rerender } = render(<DriftPanel {...half} data={{ ...half.data, state: LoadingState.Loading }} />);
  expect(screen.queryByRole('status')).not.toBeInTheDocument();
  const whole = panelProps(scores());
  rerender(<DriftPanel {...whole} />);
  expect(screen.getByRole('status')).toHaveTextContent('1 of 3 features drifted');
  rerender(<DriftPanel {...half} data={{ ...half.data, state: LoadingState.Loading }} />);
  expect(screen.getByRole('status')).toHaveTextContent('1 of 3 features drifted');
});

it('goes on where only one of two queries failed', () => {
  const { data } = panelProps(scores());
  panel([], { data: { ...data, errors: [{ refId: 'B', message: 'timeout' }] } });
  expect(screen.getByRole('status')).toHaveTextContent('drifted: tempo');
  expect(screen.getByText(/Query B failed\. timeout/)).toBeInTheDocument();
});

it('shows numbers of unknown scale and judges none of them', () => {
  panel(scores(['tempo', 'energy'], 'ks', 'banana'));
  expect(screen.getByRole('status')).toHaveTextContent('No verdict');
  expect(screen.getAllByText('not judged').length).toBeGreaterThan(0);
  expect(screen.queryByText(/drifted/)).not.toBeInTheDocument();
});

it('lists 85 features with long names', () => {
  const many = Array.from({ length: 85 }, (_, at) => `outputs-a_very_long_feature_name_${at}`);
  panel(scores(['tempo', ...many.slice(1)]));
  expect(names()).toHaveLength(85);
  expect(screen.getByTitle(/^outputs-a_very_long_feature_name_84: within its limit/)).toBeInTheDocument();
});
