import React from 'react';
import '../../testing/resize-observer.ts';
import { fireEvent, render, screen, within } from '@testing-library/react';
import { LEVELS } from '../../report/level.ts';
import { calendarOf, timeScene } from '../../testing/histories.ts';
import CalendarView from './CalendarView.tsx';

const calendar = calendarOf();

/** Without asking jsdom of each of the cells whether its style hides it. */
const FAST = { hidden: true };
const cellsOf = () => screen.getAllByRole('gridcell', FAST);

function draw(width = 700, height = 300) {
  render(<CalendarView scene={timeScene({ calendar })} width={width} height={height} />);
}

it('draws each weekday and hour in its level, Monday first', () => {
  draw();
  const cells = cellsOf();
  expect(cells.map((cell) => cell.getAttribute('data-level'))).toEqual(
    [...calendar.level].map((index) => LEVELS[index])
  );
  expect(cells.map((cell) => cell.getAttribute('aria-label'))).toEqual(calendar.titles);
  const days = screen.getAllByRole('rowheader', FAST).map((day) => day.textContent);
  expect(days.slice(0, 7)).toEqual(['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']);
});

it('writes what is over the limit, and that rows are few, into the cells', () => {
  draw();
  const words = cellsOf().map((cell) => cell.textContent ?? '');
  const over = [...calendar.effect].map((effect) => effect > 1);
  expect(words.map((word) => Number(word) >= 1)).toEqual(over);
  expect(words.filter((word) => word === 'few')).toHaveLength(4);
});

it('says the same as a sentence and as a table', () => {
  draw();
  expect(screen.getByText('Over the limit only Mon–Fri 22:00–04:00.')).toBeVisible();
  const table = screen.getByRole('table', { ...FAST, name: /^tempo: Effect ÷ limit by weekday and hour/ });
  const told = within(table)
    .getAllByRole('cell', FAST)
    .map((cell) => cell.textContent);
  expect(told).toEqual(calendar.titles);
});

it('goes through days and hours by keyboard, one cell in the tab order', () => {
  draw();
  const cells = cellsOf();
  const press = (cell: number, key: string) => fireEvent.keyDown(cells[cell] ?? document.body, { key });
  press(0, 'ArrowDown');
  expect(cells[24]).toHaveFocus();
  press(24, 'End');
  expect(cells[47]).toHaveFocus();
  expect(cells.filter(({ tabIndex }) => tabIndex === 0)).toEqual([cells[47]]);
});

it('tells the cell under the pointer', () => {
  draw();
  const cell = cellsOf()[30];
  fireEvent(cell ?? document.body, new MouseEvent('pointermove', { bubbles: true, clientX: 5, clientY: 5 }));
  expect(screen.getByRole('tooltip')).toHaveTextContent(calendar.titles[30] ?? '');
});

it.each([
  ['a narrow panel', 240, 200],
  ['a flat one', 900, 120],
])('keeps all cells in %s', (_, width, height) => {
  draw(width, height);
  expect(cellsOf()).toHaveLength(168);
});

it('says why there is none', () => {
  render(
    <CalendarView
      scene={timeScene({ calendar: { absent: 'Less than two weeks of data.' } })}
      width={400}
      height={200}
    />
  );
  expect(screen.getByText('Less than two weeks of data.')).toBeInTheDocument();
});
