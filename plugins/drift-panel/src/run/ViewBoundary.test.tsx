import React from 'react';
import { fireEvent, render, screen } from '@testing-library/react';
import { ViewBoundary } from './ViewBoundary.tsx';

let error: Error | undefined;

function View() {
  if (error) {
    throw error;
  }
  return <p>drawn</p>;
}

const view = (drawn: unknown) => (
  <ViewBoundary drawn={drawn}>
    <View />
  </ViewBoundary>
);

beforeEach(() => {
  // React writes every error that it catches to the console.
  jest.spyOn(console, 'error').mockImplementation(() => undefined);
});

afterEach(() => {
  error = undefined;
  jest.restoreAllMocks();
});

it('says why a view is not drawn, and draws it when the cause is gone', () => {
  error = new Error('The scale has no range');
  render(view('a'));
  expect(screen.getByRole('alert')).toHaveTextContent('This view could not be drawn');
  expect(screen.getByRole('alert')).toHaveTextContent('The scale has no range.');
  error = undefined;
  fireEvent.click(screen.getByRole('button', { name: /Try again/ }));
  expect(screen.getByText('drawn')).toBeInTheDocument();
});

it('tries anew with other data', () => {
  error = new Error('The scale has no range');
  const { rerender } = render(view('a'));
  error = undefined;
  rerender(view('a'));
  expect(screen.getByRole('alert')).toBeInTheDocument();
  rerender(view('b'));
  expect(screen.getByText('drawn')).toBeInTheDocument();
});

it('tells a file that did not load from a view that failed, and what to do about it', () => {
  error = Object.assign(new Error('Loading chunk 42 failed.'), { name: 'ChunkLoadError' });
  render(view('a'));
  expect(screen.getByRole('alert')).toHaveTextContent('A part of the panel did not load');
  expect(screen.getByRole('button', { name: /Reload the page/ })).toBeInTheDocument();
});
