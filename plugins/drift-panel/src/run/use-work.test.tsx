import { act, renderHook, waitFor } from '@testing-library/react';
import type { Waiting } from './analyst.ts';
import { useWork } from './use-work.ts';

/** Work that ends when the test says so. */
function held<T>() {
  let end: (value: T) => void = () => undefined;
  let fail: (error: Error) => void = () => undefined;
  const seen: Waiting[] = [];
  const start = (waiting: Waiting) => {
    seen.push(waiting);
    return new Promise<T>((resolve, reject) => {
      end = resolve;
      fail = reject;
    });
  };
  return {
    start,
    seen,
    end: (value: T) => act(async () => end(value)),
    fail: (error: Error) => act(async () => fail(error)),
  };
}

it('keeps the last result while the next is worked on', async () => {
  const first = held<string>();
  const second = held<string>();
  const { result, rerender } = renderHook(({ start }) => useWork(start), { initialProps: { start: first.start } });
  expect(result.current).toMatchObject({ progress: { share: 0 } });
  await first.end('old');
  expect(result.current).toMatchObject({ result: 'old', progress: undefined });
  rerender({ start: second.start });
  expect(result.current).toMatchObject({ result: 'old', progress: { share: 0 } });
  await second.end('new');
  expect(result.current).toMatchObject({ result: 'new', progress: undefined });
});

it('never shows what came too late', async () => {
  const first = held<string>();
  const second = held<string>();
  const { result, rerender } = renderHook(({ start }) => useWork(start), { initialProps: { start: first.start } });
  rerender({ start: second.start });
  expect(first.seen[0]?.signal.aborted).toBe(true);
  await second.end('new');
  await first.end('late');
  expect(result.current.result).toBe('new');
});

it('says what went wrong, keeps the result, and tries again', async () => {
  const first = held<string>();
  const second = held<string>();
  const { result, rerender } = renderHook(({ start }) => useWork(start), { initialProps: { start: first.start } });
  await first.end('old');
  rerender({ start: second.start });
  await second.fail(new Error('The worker ended'));
  expect(result.current).toMatchObject({ result: 'old', failure: 'The worker ended.', progress: undefined });
  act(() => result.current.retry());
  expect(second.seen).toHaveLength(2);
  await second.end('new');
  expect(result.current).toMatchObject({ result: 'new', failure: undefined });
});

it('is stopped by the viewer without a failure', async () => {
  const work = held<string>();
  const { result } = renderHook(() => useWork(work.start));
  act(() => result.current.cancel());
  expect(work.seen[0]?.signal.aborted).toBe(true);
  await work.fail(new Error('aborted'));
  expect(result.current).toMatchObject({ stopped: true });
  expect(result.current.failure).toBeUndefined();
  expect(result.current.progress).toBeUndefined();
});

it('does nothing where there is nothing to do, and stops with the component', async () => {
  const work = held<string>();
  const { result, rerender, unmount } = renderHook(({ start }) => useWork(start), {
    initialProps: { start: undefined as typeof work.start | undefined },
  });
  expect(result.current.progress).toBeUndefined();
  rerender({ start: work.start });
  await waitFor(() => expect(work.seen).toHaveLength(1));
  rerender({ start: undefined });
  expect(result.current.progress).toBeUndefined();
  rerender({ start: work.start });
  unmount();
  expect(work.seen[1]?.signal.aborted).toBe(true);
});
