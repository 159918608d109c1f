import fc from 'fast-check';
import { arrange, type Room } from './arrangement.ts';

/** Head and legend of 48 px. */
const tall = (rows: number, rowHeight: number) => 48 + rows * rowHeight;

const room = fc.record<Room>({
  width: fc.integer({ min: 300, max: 4000 }),
  height: fc.integer({ min: 0, max: 2400 }),
  rows: fc.integer({ min: 1, max: 1000 }),
  detail: fc.boolean(),
});

it('never takes more room than there is, unless it scrolls', () => {
  fc.assert(
    fc.property(room, (given) => {
      const place = arrange(given, tall);
      const { width, height } = given;
      expect(place.gridWidth).toBeLessThanOrEqual(width);
      if (place.detail === 'right') {
        expect(place.gridWidth + place.detailWidth).toBe(width);
        expect(Math.max(place.gridHeight, place.detailHeight)).toBe(height);
      } else if (!place.scrolls) {
        expect(place.gridHeight + place.detailHeight).toBe(height);
      }
    })
  );
});

it('never has rows too low to read or a detail too small to draw', () => {
  fc.assert(
    fc.property(room, (given) => {
      const place = arrange(given, tall);
      expect(place.rowHeight).toBeGreaterThanOrEqual(24);
      expect(place.rowHeight).toBeLessThanOrEqual(36);
      if (place.detail === 'below') {
        expect(place.detailHeight).toBeGreaterThanOrEqual(250);
      }
      if (place.detail === 'right') {
        expect(place.detailWidth).toBeGreaterThanOrEqual(460);
      }
    })
  );
});

it.each([
  ['a phone', { width: 320, height: 700, rows: 13, detail: true }, 'none', false],
  ['a usual panel', { width: 1400, height: 760, rows: 13, detail: true }, 'below', false],
  ['a narrow column', { width: 600, height: 500, rows: 13, detail: true }, 'below', true],
  ['a low strip', { width: 1800, height: 300, rows: 13, detail: true }, 'right', false],
  ['4K', { width: 3840, height: 2000, rows: 200, detail: true }, 'below', false],
  ['no detail wanted', { width: 1400, height: 760, rows: 13, detail: false }, 'none', false],
] as const)('%s', (_, given, detail, scrolls) => {
  expect(arrange(given, tall)).toMatchObject({ detail, scrolls });
});

it('leaves the room of a short ranking to the detail', () => {
  const heights = [3, 13, 40].map(
    (rows) => arrange({ width: 1400, height: 800, rows, detail: true }, tall).detailHeight
  );
  expect(heights).toEqual([...heights].sort((a, b) => b - a));
  expect(heights[0]).toBeGreaterThan(500);
});
