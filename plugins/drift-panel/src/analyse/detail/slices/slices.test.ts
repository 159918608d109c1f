import { isDriftError, seededRandom, sliceDrift } from '@soundcheck/drift';
import fc from 'fast-check';
import type { Column, RowTable, SideName } from '../../../read/data-set.ts';
import { isAbsent } from '../../../report/absent.ts';
import { finish } from '../../../run/finish.ts';
import { formats } from '../../format.ts';
import { dataWith } from '../../testing/data.ts';
import { settingsWith } from '../../testing/settings.ts';
import { slicesOf } from './slices.ts';
import { wrongParts } from '../testing/any-sample.ts';
import { normal, present, sum } from '../testing/draws.ts';

const settings = settingsWith({ minRows: 30 });
const say = formats(settings);

const numeric = (feature: string, values: ArrayLike<number>): Column => ({
  kind: 'numeric',
  feature,
  values: Float64Array.from(Array.from(values)),
  unreadable: 0,
});
function categorical(feature: string, values: ReadonlyArray<string | null>): Column {
  const categories = [...new Set(values.filter((value) => value !== null))];
  return {
    kind: 'categorical',
    feature,
    categories,
    codes: Int32Array.from(values, (v) => (v === null ? -1 : categories.indexOf(v))),
  };
}
const table = (side: SideName, length: number, columns: Column[]): RowTable => ({
  side,
  source: side,
  length,
  columns,
});
const slices = (tables: RowTable[], feature = 'tempo') =>
  finish(slicesOf(dataWith({ tables }), feature, settings, say));

const COUNTRIES = ['DE', 'FR', 'BR', 'US'];
/** Rows with a country each, in turn; `shift` moves those of one country. */
function rows(side: SideName, n: number, { shift = 0, brazil = 1, seed = 1 }): RowTable {
  const random = seededRandom(seed);
  const country = Array.from({ length: n }, () =>
    random.uniform() < 0.25 * brazil
      ? 'BR'
      : (COUNTRIES.filter((c) => c !== 'BR')[Math.floor(random.uniform() * 3)] ?? '')
  );
  const noise = normal(n, 0, seed + 50);
  const device = Array.from({ length: n }, () => (random.uniform() < 0.5 ? 'phone' : 'web'));
  const values = noise.map((x, i) => x + (country[i] === 'BR' ? 3 + shift : 0));
  return table(side, n, [numeric('tempo', values), categorical('country', country), categorical('device', device)]);
}

it('finds the slice that carries the change, by change inside it', () => {
  const found = present(slices([rows('reference', 4000, { seed: 1 }), rows('current', 1500, { shift: 2, seed: 2 })]));
  expect(found.rows[0]).toMatchObject({ column: 'country', value: 'BR', state: 'drift' });
  expect(found.sentence).toMatch(/^country carries it: BR alone \d+ % of the difference, all of it within\.$/);
  expect(found.rows.filter(({ state }) => state === 'drift').map(({ value }) => value)).toContain('BR');
});

it('tells a change of the mix', () => {
  const found = present(
    slices([rows('reference', 4000, { seed: 3 }), rows('current', 2000, { brazil: 2.4, seed: 4 })])
  );
  expect(found.sentence).toMatch(
    /^The mix of country explains \d+ % of the difference: BR rose from 2\d % to \d\d % of the rows\.$/
  );
});

it('finds nothing where nothing changed', () => {
  const found = present(slices([rows('reference', 3000, { seed: 5 }), rows('current', 3000, { seed: 6 })]));
  expect(found.sentence).toBe('No slice has drifted inside.');
});

it('mix and within are those of sliceDrift and add up to the change of the mean', () => {
  const [reference, current] = [
    rows('reference', 1000, { seed: 7 }),
    rows('current', 800, { shift: 1, brazil: 1.5, seed: 8 }),
  ];
  const found = present(slices([reference, current]));
  const valuesOf = ({ columns }: RowTable) => (columns[0]?.kind === 'numeric' ? columns[0].values : new Float64Array());
  const mean = (values: Float64Array) => sum(Array.from(values)) / values.length;
  const change = mean(valuesOf(current)) - mean(valuesOf(reference));
  for (const column of ['country', 'device']) {
    const own = found.rows.filter((row) => row.column === column);
    expect(sum(own.map(({ mix, within }) => mix + within))).toBeCloseTo(change, 9);
    expect(sum(own.map(({ part }) => part))).toBeCloseTo(1, 9);
    expect(sum(own.map(({ nCurrent }) => nCurrent))).toBe(800);
  }
  const words = ({ columns }: RowTable) => {
    const column = columns[1];
    return column?.kind === 'categorical' ? Array.from(column.codes, (code) => column.categories[code] ?? null) : [];
  };
  const direct = sliceDrift(
    { reference: valuesOf(reference), current: valuesOf(current) },
    { reference: words(reference), current: words(current) }
  );
  expect(isDriftError(direct) ? [] : direct.slices.find(({ slice }) => slice === 'BR')?.within).toBeCloseTo(
    found.rows.find(({ value }) => value === 'BR')?.within ?? NaN,
    12
  );
});

it('of text splits the share of the category that changed most', () => {
  const half = (n: number, share: number) => Array.from({ length: n }, (_, i) => (i % 100 < share ? 'pop' : 'rock'));
  const where = (n: number) => Array.from({ length: n }, (_, i) => (i % 2 ? 'a' : 'b'));
  const found = present(
    slices(
      [
        table('reference', 1000, [categorical('genre', half(1000, 50)), categorical('shop', where(1000))]),
        table('current', 1000, [categorical('genre', half(1000, 80)), categorical('shop', where(1000))]),
      ],
      'genre'
    )
  );
  expect(['pop', 'rock']).toContain(found.category);
  expect(sum(found.rows.map(({ mix, within }) => Math.abs(mix + within)))).toBeCloseTo(0.3, 9);
});

it('keeps the 29 most frequent values of a column, of both sides alike', () => {
  const reference = Array.from({ length: 1000 }, (_, i) => `v${i % 100}`);
  const current = Array.from({ length: 50 }, () => 'only now');
  const tables = [
    table('reference', 1000, [numeric('tempo', normal(1000, 0, 1)), categorical('shop', reference)]),
    table('current', 50, [numeric('tempo', normal(50, 0, 2)), categorical('shop', current)]),
  ];
  const values = present(slices(tables)).rows.map(({ value }) => value);
  expect(values).toHaveLength(30);
  expect(values).toEqual(expect.arrayContaining(['only now', 'other']));
});

it('says what is missing where there is nothing to slice by', () => {
  const only = [table('reference', 2, [numeric('tempo', [1, 2])]), table('current', 2, [numeric('tempo', [1, 2])])];
  expect(slices(only)).toEqual({ absent: expect.stringContaining('no column of text') });
});

it('any rows have slices or a reason for none', () => {
  const value = fc.oneof(fc.double({ min: -9, max: 9 }), fc.constantFrom(NaN, Infinity, 1e308, 0));
  const row = fc.tuple(value, fc.option(fc.constantFrom('a', 'b', 'other', '')));
  fc.assert(
    fc.property(fc.array(row, { maxLength: 60 }), fc.array(row, { maxLength: 60 }), (p, q) => {
      const tables = (['reference', 'current'] as const).map((side, i) => {
        const all = i === 0 ? p : q;
        return table(side, all.length, [
          numeric(
            'tempo',
            all.map(([x]) => x)
          ),
          categorical(
            'shop',
            all.map(([, shop]) => shop)
          ),
        ]);
      });
      const found = finish(slicesOf(dataWith({ tables }), 'tempo', settingsWith({ minRows: 5 }), say));
      expect(
        wrongParts(isAbsent(found) ? found : { ...found, rows: found.rows.map((one) => ({ ...one, value: '' })) })
      ).toEqual([]);
    }),
    { numRuns: 300 }
  );
});
