import {
  columnsOf,
  GAP,
  gridTemplate,
  heatColumnsOf,
  leftOf,
  PADDING,
  SCROLLBAR,
  widthOf,
  type Wants,
} from './columns.ts';

const EVERYTHING: Wants = { twin: true, p: true, importance: true, why: true, heat: true };
const ALL_WANTS: Wants[] = Array.from({ length: 32 }, (_, bits) => ({
  twin: (bits & 1) > 0,
  p: (bits & 2) > 0,
  importance: (bits & 4) > 0,
  why: (bits & 8) > 0,
  heat: (bits & 16) > 0,
}));
const WIDTHS = Array.from({ length: 3701 }, (_, at) => 300 + at);

it('never exceeds the width, and leaves none of it unused, for every width and every report', () => {
  const wrong = ALL_WANTS.flatMap((wants) =>
    WIDTHS.filter((width) => widthOf(columnsOf(width, wants)) !== width - 2 * PADDING - SCROLLBAR)
  );
  expect(wrong).toEqual([]);
});

it('always has name and effect, and never a heatmap too narrow to read', () => {
  const wrong = WIDTHS.filter((width) => {
    const { name, bullet, heat } = columnsOf(width, EVERYTHING);
    return name < 120 || bullet < 100 || (heat > 0 && heat < 180);
  });
  expect(wrong).toEqual([]);
});

it('shows only what the report has', () => {
  const { twin, p, importance, why, heat } = columnsOf(2000, ALL_WANTS[0] ?? EVERYTHING);
  expect([twin, p, importance, why, heat]).toEqual([0, 0, 0, 0, 0]);
});

it.each([
  [320, ['name', 'bullet']],
  [440, ['name', 'bullet', 'p']],
  [520, ['name', 'twin', 'bullet', 'p']],
  [620, ['name', 'bullet', 'p', 'heat']],
  [700, ['name', 'twin', 'bullet', 'p', 'heat']],
  [1440, ['name', 'twin', 'bullet', 'p', 'importance', 'heat']],
  [2560, ['name', 'twin', 'bullet', 'p', 'importance', 'why', 'heat']],
] as const)('at %d px has %j', (width, names) => {
  const columns = columnsOf(width, EVERYTHING);
  const shown = Object.entries(columns).flatMap(([name, size]) => (size > 0 ? [name] : []));
  expect(shown).toEqual(names);
  expect(gridTemplate(columns).split(' ')).toHaveLength(names.length);
});

it('says where a column begins', () => {
  const columns = columnsOf(700, EVERYTHING);
  expect(leftOf(columns, 'name')).toBe(PADDING);
  expect(leftOf(columns, 'heat') + columns.heat).toBe(700 - PADDING - SCROLLBAR);
  expect(leftOf(columns, 'twin')).toBe(PADDING + columns.name + GAP);
});

it('gives names and cells the whole width where they are alone', () => {
  expect(WIDTHS.filter((width) => widthOf(heatColumnsOf(width)) !== width - 2 * PADDING - SCROLLBAR)).toEqual([]);
});
