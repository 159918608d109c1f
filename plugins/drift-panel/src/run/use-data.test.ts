import { renderHook, waitFor } from '@testing-library/react';
import { FieldType, toDataFrame, type DataFrame } from '@grafana/data';
import { defaultOptions } from '../options/options.ts';
import { useData } from './use-data.ts';

const wanted = { fields: defaultOptions.fields, reference: defaultOptions.reference, performance: '', from: 0, to: 1 };

function rows(refId: string, ...tempo: number[]): DataFrame {
  return toDataFrame({
    refId,
    fields: [{ name: 'tempo', type: FieldType.number, values: tempo, config: { unit: 'bpm' } }],
  });
}

function hook(frames: DataFrame[]) {
  return renderHook((props: { frames: DataFrame[] }) => useData(props.frames, wanted), { initialProps: { frames } });
}

it('opens what the frames hold, with Grafana’s fields', async () => {
  const { result } = hook([rows('reference', 1, 2), rows('B', 3)]);
  expect(result.current.opened).toBeUndefined();
  await waitFor(() => expect(result.current.opened).toMatchObject({ empty: false, problems: [] }));
  expect(result.current.fields.get('tempo')?.config.unit).toBe('bpm');
});

it('opens nothing anew where a refresh brings the same data, and takes its fields', async () => {
  const { result, rerender } = hook([rows('reference', 1, 2), rows('B', 3)]);
  await waitFor(() => expect(result.current.opened).toBeDefined());
  const { opened, fields } = result.current;
  rerender({ frames: [rows('reference', 1, 2), rows('B', 3)] });
  await waitFor(() => expect(result.current.fields).not.toBe(fields));
  expect(result.current.opened).toBe(opened);
});

it('opens changed data, for the same analyst', async () => {
  const { result, rerender } = hook([rows('reference', 1, 2), rows('B', 3)]);
  await waitFor(() => expect(result.current.opened).toBeDefined());
  const { opened } = result.current;
  rerender({ frames: [rows('reference', 1, 2), rows('B', 3.5)] });
  await waitFor(() => expect(result.current.opened).not.toBe(opened));
  expect(result.current.opened?.analyst).toBe(opened?.analyst);
});

it('takes a new analyst where the viewer tries again', async () => {
  const { result } = hook([rows('reference', 1, 2), rows('B', 3)]);
  await waitFor(() => expect(result.current.opened).toBeDefined());
  const { opened } = result.current;
  result.current.reopen();
  await waitFor(() => expect(result.current.opened).not.toBe(opened));
  expect(result.current.opened?.analyst).not.toBe(opened?.analyst);
});

it('says what is missing', async () => {
  const { result } = hook([rows('B', 1)]);
  await waitFor(() => expect(result.current.opened?.problems[0]?.what).toMatch(/reference/));
});
