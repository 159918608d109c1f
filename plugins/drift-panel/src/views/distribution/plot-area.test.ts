import fc from 'fast-check';
import type { Cells } from '../../report/distribution.ts';
import { textWidth } from '../marks/text-width.ts';
import { categoryLabels } from './CategoryLabels.tsx';
import { FONT, plotArea, type PlotWish } from './plot-area.ts';

const wish = { width: 600, height: 240, missing: false, logX: false, labels: true, above: 8, below: 0 };

function categories(labels: string[], marked: boolean): Cells & { kind: 'categories' } {
  return {
    kind: 'categories',
    labels,
    marks: labels.map((_, i) => (marked ? (['new', 'vanished', undefined] as const)[i % 3] : undefined)),
  };
}

const anyCategories = fc
  .tuple(fc.array(fc.string({ minLength: 1, maxLength: 40 }), { minLength: 2, maxLength: 30 }), fc.boolean())
  .map(([labels, marked]) => categories(labels, marked));

/** Box of each label as it is drawn, pixels. */
function boxes(cells: Cells & { kind: 'categories' }, room: PlotWish) {
  const area = plotArea({ ...room, cells });
  return categoryLabels(cells, area).map(({ text, word, x, y, anchor }) => {
    const width = area.lying
      ? textWidth(word ? `${word} ${text}` : text, FONT)
      : Math.max(textWidth(text, FONT), textWidth(word, FONT));
    const left = anchor === 'end' ? x - width : x - width / 2;
    return { left, right: left + width, top: y - FONT, bottom: y + (!area.lying && word ? 14 : 0) + 2 };
  });
}

it('labels of 2 to 30 categories never overlap and never leave the chart, at any width', () => {
  fc.assert(
    fc.property(
      anyCategories,
      fc.integer({ min: 240, max: 1600 }),
      fc.integer({ min: 90, max: 700 }),
      fc.boolean(),
      (cells, width, height, missing) => {
        const room = { ...wish, cells, width, height, missing };
        const all = boxes(cells, room);
        const { svgHeight } = plotArea(room);
        for (const [i, box] of all.entries()) {
          expect(box.left).toBeGreaterThanOrEqual(-0.01);
          expect(box.right).toBeLessThanOrEqual(width);
          expect(box.bottom).toBeLessThanOrEqual(svgHeight + 0.01);
          const next = all[i + 1];
          const apart = !next || box.right <= next.left || box.bottom <= next.top + 0.01;
          expect(apart).toBe(true);
        }
      }
    ),
    { numRuns: 150 }
  );
});

it.each([
  ['short names stand', ['BR', 'DE', 'US'], 600, false],
  ['long names lie', ['Mobile Safari on an old tablet', 'desktop'], 600, true],
  ['many short names lie where they do not fit', Array.from({ length: 30 }, (_, i) => `c${i}xx`), 300, true],
])('%s', (_, labels, width, lying) => {
  expect(plotArea({ ...wish, cells: categories(labels, false), width }).lying).toBe(lying);
});

it('rows that do not fit make the svg higher than asked for, so that it can be scrolled', () => {
  const cells = categories(
    Array.from({ length: 30 }, (_, i) => `a long name of device ${i}`),
    false
  );
  const area = plotArea({ ...wish, cells, height: 120 });
  expect(area.svgHeight).toBeGreaterThan(30 * 16);
  expect(Math.max(...area.spans.map(([, end]) => end))).toBeLessThan(area.svgHeight);
});

it('bins of another measure lie on the axis of the distribution; one beyond it is a sliver at its end', () => {
  const axis = [0, 10, 20, 30, 40];
  const own = plotArea({ ...wish, cells: { kind: 'bins', edges: axis } });
  const other = plotArea({ ...wish, cells: { kind: 'bins', edges: [0, 20, 40, 90] }, axis });
  expect(other.spans[0]).toEqual([own.spans[0]?.[0], own.spans[1]?.[1]]);
  expect(other.spans[1]?.[1]).toBe(own.spans[3]?.[1]);
  expect(other.spans[2]).toEqual([(own.spans[3]?.[1] ?? 0) - 3, own.spans[3]?.[1]]);
});

it('missing values stand apart from the axis, inside the chart', () => {
  for (const cells of [{ kind: 'bins' as const, edges: [0, 1, 2] }, categories(['a', 'b'], false)]) {
    const area = plotArea({ ...wish, cells, missing: true });
    expect(area.missing?.[0]).toBeGreaterThan((area.spans[1]?.[1] ?? 0) + 10);
    expect(area.missing?.[1]).toBeLessThan(wish.width);
  }
});
