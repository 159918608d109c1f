import { expect, test } from 'vitest';
import { panelSection, panelSectionOf, withPanelSection } from './section.ts';

const measured = {
  ...{ overview: [300, 310, 290], table: [200, 200, 200], longestTask: 0, rowsDrawn: 2000 },
  ...{ askedAtFirst: ['open', 'report', 'detail'], askedByRefresh: [] },
};
const sizes = { first: 60, all: 200 };

test('names every target that is missed, and no other', () => {
  expect(panelSection({ browser: '156', measured, sizes })).not.toContain('missed');
  const slow = { ...measured, overview: [900, 910, 920], longestTask: 80, askedByRefresh: ['report'] };
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
