import React from 'react';
import { fireEvent, render, screen } from '@testing-library/react';
import type { QualityRow } from '../../report/quality.ts';
import { jukebox, qualityReport, recordedActions } from '../../testing/reports.ts';
import { sceneOf } from '../../testing/scenes.ts';
import { shareText } from './MissingBars.tsx';
import { qualityColumns } from './quality-columns.ts';
import { missingMax, sortQuality } from './quality-sort.ts';
import { QualityView } from './QualityView.tsx';

function view(quality: QualityRow[], width = 1200) {
  const { calls, actions } = recordedActions();
  render(<QualityView scene={sceneOf({ report: { ...jukebox(1), quality }, actions })} width={width} height={500} />);
  return calls;
}

const names = () => screen.getAllByRole('rowheader').map(({ textContent }) => textContent);

it('puts what is broken on top and says it in words', () => {
  view(qualityReport(13));
  expect(names().slice(0, 3)).toEqual(['key', 'speechiness', 'tempo']);
  const speechiness = screen.getByRole('row', { name: /speechiness/ });
  expect(speechiness).toHaveTextContent('5,000 v 500');
  expect(speechiness).toHaveTextContent('0.1 % of the reference, 3 % of the current rows');
  expect(speechiness).toHaveTextContent('3 % of the current rows have no value, 0.1 % of the reference.');
  expect(screen.getByRole('row', { name: /tempo/ })).toHaveTextContent('nothing found');
  expect(screen.getByRole('table', { name: 'Data quality, 2 of 13 features with a mark' })).toBeInTheDocument();
});

it('draws both sides on one scale for all features', () => {
  view(qualityReport(13));
  const bar = (name: RegExp, side: string) =>
    Number(screen.getByRole('row', { name }).querySelector(`[data-side="${side}"]`)?.getAttribute('width'));
  expect(bar(/speechiness/, 'current') / bar(/key/, 'current')).toBeCloseTo(0.03 / 0.002);
  // The outline is drawn half a pixel inwards at both ends.
  expect(bar(/speechiness/, 'current') / (bar(/speechiness/, 'reference') + 1)).toBeCloseTo(0.03 / 0.001, 0);
});

it('sorts, and says by what', () => {
  view(qualityReport(13));
  fireEvent.click(screen.getByRole('button', { name: 'Feature' }));
  expect(names()).toEqual([...names()].sort());
  expect(screen.getByRole('columnheader', { name: /Feature/ })).toHaveAttribute('aria-sort', 'ascending');
  fireEvent.click(screen.getByRole('button', { name: /^Missing/ }));
  expect(names()[0]).toBe('speechiness');
});

it('chooses a feature, and keeps only rows in view of a thousand', () => {
  const calls = view(qualityReport(1000));
  expect(names().length).toBeLessThan(80);
  fireEvent.click(screen.getByRole('button', { name: 'tempo' }));
  expect(calls).toEqual([['select', { feature: 'tempo' }]]);
});

it('says where quality is not known', () => {
  view([]);
  expect(screen.getByText(/Add a query with rows or counts/)).toBeInTheDocument();
});

it('stands with sides that have no rows', () => {
  const [row] = qualityReport(1);
  view(row ? [{ ...row, nCurrent: 0, missingCurrent: NaN }] : []);
  expect(screen.getByRole('row', { name: /tempo/ })).toHaveTextContent(
    '0 % of the reference, unknown of the current rows'
  );
});

it.each([
  [0, '0 %'],
  [0.00001, '<0.1 %'],
  [0.0042, '0.4 %'],
  [0.031, '3.1 %'],
  [1, '100 %'],
  [NaN, '–'],
])('writes a share of %d as %s', (share, text) => expect(shareText(share)).toBe(text));

it('ends the axis at a round share', () => {
  const rows = (missingCurrent: number) => qualityReport(1).map((row) => ({ ...row, missingCurrent }));
  expect([0, 0.03, 0.2, 0.21, 1, NaN].map((share) => missingMax(rows(share)))).toEqual([0.01, 0.05, 0.2, 0.5, 1, 0.01]);
});

it('sorts a copy', () => {
  const rows = qualityReport(13);
  sortQuality(rows, 'name');
  expect(rows[0]?.feature).toBe('tempo');
});

it('never exceeds the width', () => {
  const wrong = Array.from({ length: 3701 }, (_, at) => 300 + at).filter((width) => {
    const sizes = qualityColumns(width)
      .template.split(' ')
      .map((size) => parseInt(size, 10));
    return sizes.reduce((sum, size) => sum + size, 0) + 16 * (sizes.length - 1) > width - 16;
  });
  expect(wrong).toEqual([]);
});
