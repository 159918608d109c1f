import fc from 'fast-check';
import { textWidth } from '../marks/text-width.ts';
import { partLabels } from './part-labels.ts';

const anyBars = fc
  .array(fc.tuple(fc.double({ min: -1, max: 1, noNaN: true }), fc.string({ maxLength: 60 })), { maxLength: 30 })
  .map((all) => all.map(([part, long], cell) => ({ cell, part, texts: [long, '12 %'] })));

it('labels never overlap in their line, never leave the plot, and the biggest bar has one wherever it fits', () => {
  fc.assert(
    fc.property(anyBars, fc.integer({ min: 30, max: 1500 }), (bars, width) => {
      const left = 46;
      const placed = partLabels(
        bars.map((bar) => ({ ...bar, middle: left + ((bar.cell + 0.5) / bars.length) * width })),
        left,
        width
      );
      for (const up of [true, false]) {
        const line = placed.filter((label) => label.up === up).sort((a, b) => a.left - b.left);
        line.forEach((label, i) => {
          expect(label.left).toBeGreaterThanOrEqual(left - 1e-9);
          expect(label.left + label.width).toBeLessThanOrEqual(left + width + 1e-9);
          expect(label.width).toBe(textWidth(label.text));
          expect(label.left).toBeGreaterThanOrEqual((line[i - 1]?.left ?? -Infinity) + (line[i - 1]?.width ?? 0));
        });
      }
      expect(placed.length > 0).toBe(
        bars.length > 0 && width >= Math.min(...bars.flatMap(({ texts }) => texts.map((text) => textWidth(text))))
      );
    }),
    { numRuns: 150 }
  );
});

it('takes the short text where the long one has no room', () => {
  const texts = ['118–124 fell from 21 % to 9 %: 62 % of the PSI', '62 %'];
  const at = (width: number) => partLabels([{ cell: 0, middle: 60, part: -0.62, texts }], 0, width)[0];
  expect(at(600)).toMatchObject({ text: texts[0], up: false, left: 0 });
  expect(at(100)).toMatchObject({ text: '62 %', up: false });
});
