import { act, renderHook, waitFor } from '@testing-library/react';
import { DataHoverClearEvent, DataHoverEvent, EventBusSrv } from '@grafana/data';
import { useCursor } from './use-cursor.ts';

it('follows the cursor of other panels', async () => {
  const bus = new EventBusSrv();
  const { result } = renderHook(() => useCursor(bus));
  expect(result.current[0]).toBeUndefined();
  act(() => bus.publish(new DataHoverEvent({ point: { time: 1000 } })));
  await waitFor(() => expect(result.current[0]).toBe(1000));
  act(() => bus.publish(new DataHoverClearEvent()));
  await waitFor(() => expect(result.current[0]).toBeUndefined());
});

it('moves the cursor of other panels', () => {
  const bus = new EventBusSrv();
  const heard: unknown[] = [];
  bus.subscribe(DataHoverEvent, ({ payload }) => heard.push(payload.point));
  bus.subscribe(DataHoverClearEvent, () => heard.push('clear'));
  const { result } = renderHook(() => useCursor(bus));
  result.current[1](2000);
  result.current[1](undefined);
  expect(heard).toEqual([{ time: 2000 }, 'clear']);
});

it('hears nothing any more once it is gone', async () => {
  const bus = new EventBusSrv();
  const { unmount } = renderHook(() => useCursor(bus));
  unmount();
  // Subscribers that stayed would set the state of a component that is gone, which React reports.
  const errors = jest.spyOn(console, 'error').mockImplementation(() => undefined);
  bus.publish(new DataHoverEvent({ point: { time: 1 } }));
  await new Promise((resolve) => requestAnimationFrame(resolve));
  expect(errors).not.toHaveBeenCalled();
  errors.mockRestore();
});
