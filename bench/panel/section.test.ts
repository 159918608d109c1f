import { expect, test } from 'vitest';
import { longestTask } from './longest-task.ts';
import { panelSection, panelSectionOf, withPanelSection } from './section.ts';

const measured = {
  counted: { overview: [300, 310, 290], table: [200, 200, 200] },
  rows: { drawn: 2000, asked: ['open', 'report', 'detail'] },
  longest: { cpu: 30, wall: 40 },
  askedByRefresh: [],
};
const sizes = { first: 60, all: 200 };

test('names every target that is missed, and no other', () => {
  expect(panelSection({ browser: '156', measured, sizes })).not.toContain('missed');
  const slow = {
    ...measured,
    counted: { overview: [900, 910, 920], table: [200, 200, 200] },
    ...{ longest: { cpu: 80, wall: 90 }, askedByRefresh: ['report'] },
  };
  const text = panelSection({ browser: '156', measured: slow, sizes: { first: 90, all: 260 } });
  expect(text.match(/\*\*missed\*\*/g)).toHaveLength(5);
});

test('takes the place of the section before, and leaves the rest of the document', () => {
  const once = withPanelSection('# Benchmarks\n\nrest\n', panelSection({ browser: '1', measured, sizes }));
  const twice = withPanelSection(once, panelSection({ browser: '2', measured, sizes }));
  expect(twice).toMatch(/^# Benchmarks\n\nrest\n/);
  expect(twice).not.toContain('Chromium 1,');
  expect(panelSectionOf(twice)).toContain('Chromium 2,');
  expect(panelSectionOf('# Benchmarks\n')).toBe('');
});

test('takes the longest task of the main thread alone', () => {
  const main = { ph: 'M', pid: 1, tid: 7, name: 'thread_name', args: { name: 'CrRendererMain' } };
  const task = (tid: number, ms: number) => ({
    ph: 'X',
    pid: 1,
    tid,
    name: 'RunTask',
    dur: 2000 * ms,
    tdur: 1000 * ms,
  });
  expect(longestTask([main, task(7, 12), task(7, 30), task(8, 400)])).toEqual({ cpu: 30, wall: 60 });
});
