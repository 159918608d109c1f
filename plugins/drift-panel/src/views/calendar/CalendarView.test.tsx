import React from 'react';
import { fireEvent, render, screen, within } from '@testing-library/react';
import { LEVELS } from '../../report/level.ts';
import { calendarOf, timeScene } from '../../testing/histories.ts';
import CalendarView from './CalendarView.tsx';

const calendar = calendarOf();

function draw(width = 700, height = 300) {
  render(<CalendarView scene={timeScene({ calendar })} width={width} height={height} />);
}

it('draws each weekday and hour in its level, Monday first', () => {
  draw();
  const cells = screen.getAllByRole('gridcell');
  expect(cells.map((cell) => cell.getAttribute('data-level'))).toEqual(
    [...calendar.level].map((index) => LEVELS[index])
  );
  expect(cells.map((cell) => cell.getAttribute('aria-label'))).toEqual(calendar.titles);
  expect(
    screen
      .getAllByRole('rowheader')
      .slice(0, 7)
      .map((day) => day.textContent)
  ).toEqual(['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']);
});

it('writes what is over the limit, and that rows are few, into the cells', () => {
  draw();
  const words = screen.getAllByRole('gridcell').map((cell) => cell.textContent ?? '');
  const over = [...calendar.effect].map((effect) => effect > 1);
  expect(words.map((word) => Number(word) >= 1)).toEqual(over);
  expect(words.filter((word) => word === 'few')).toHaveLength(4);
});

it('says the same as a sentence and as a table', () => {
  draw();
  expect(screen.getByText('Over the limit only Mon–Fri 22:00–04:00.')).toBeVisible();
  const table = screen.getByRole('table', { name: /^tempo: Effect ÷ limit by weekday and hour/ });
  const days = within(table).getAllByRole('row').slice(1);
  expect(
    days
      .map((day) =>
        within(day)
          .getAllByRole('cell')
          .map((cell) => cell.textContent)
      )
      .flat()
  ).toEqual(calendar.titles);
});

it('goes through days and hours by keyboard, one cell in the tab order', () => {
  draw();
  const at = (title: string | undefined) => screen.getByRole('gridcell', { name: title });
  const stops = () => screen.getAllByRole('gridcell').filter((cell) => cell.tabIndex === 0);
  fireEvent.keyDown(at(calendar.titles[0]), { key: 'ArrowDown' });
  expect(at(calendar.titles[24])).toHaveFocus();
  fireEvent.keyDown(at(calendar.titles[24]), { key: 'End' });
  expect(at(calendar.titles[47])).toHaveFocus();
  expect(stops()).toEqual([at(calendar.titles[47])]);
});

it('tells the cell under the pointer', () => {
  draw();
  fireEvent(
    screen.getByRole('gridcell', { name: calendar.titles[30] }),
    new MouseEvent('pointermove', { bubbles: true, clientX: 5, clientY: 5 })
  );
  expect(screen.getByRole('tooltip')).toHaveTextContent(calendar.titles[30] ?? '');
});

it.each([
  ['a narrow panel', 240, 200],
  ['a flat one', 900, 120],
])('keeps all cells in %s', (_, width, height) => {
  draw(width, height);
  expect(screen.getAllByRole('gridcell')).toHaveLength(168);
});

it.each([
  [
    'why there is none',
    timeScene({ calendar: { absent: 'Less than two weeks of data.' } }),
    'Less than two weeks of data.',
  ],
  ['that it is being worked out', { ...timeScene(), detail: undefined }, 'Sorting by weekday and hour.'],
])('says %s', (_, scene, text) => {
  render(<CalendarView scene={scene} width={400} height={200} />);
  expect(screen.getByText(text)).toBeInTheDocument();
});
