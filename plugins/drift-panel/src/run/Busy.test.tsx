import React from 'react';
import { act, fireEvent, render, screen } from '@testing-library/react';
import { Busy } from './Busy.tsx';

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

it('is quiet at first, then a bar, then words with a way out', () => {
  const cancel = jest.fn();
  render(<Busy progress={{ share: 0.42, doing: 'judging tempo, 13 of 500' }} onCancel={cancel} />);
  expect(screen.queryByRole('progressbar')).not.toBeInTheDocument();
  act(() => jest.advanceTimersByTime(300));
  expect(screen.getByRole('progressbar')).toHaveAttribute('aria-valuenow', '42');
  expect(screen.queryByRole('button')).not.toBeInTheDocument();
  act(() => jest.advanceTimersByTime(700));
  expect(screen.getByText(/42 % · judging tempo, 13 of 500/)).toBeInTheDocument();
  fireEvent.click(screen.getByRole('button', { name: 'Cancel' }));
  expect(cancel).toHaveBeenCalledTimes(1);
});
