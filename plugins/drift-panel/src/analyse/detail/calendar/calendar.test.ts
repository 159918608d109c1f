import { assess, seededRandom, type Sample } from '@soundcheck/drift';
import fc from 'fast-check';
import { isAbsent } from '../../../report/absent.ts';
import { LEVELS } from '../../../report/level.ts';
import { finish } from '../../../run/finish.ts';
import type { FeatureSide } from '../../features/feature-data.ts';
import { formats } from '../../format.ts';
import { settingsWith } from '../../testing/settings.ts';
import { bestBlock, blockInWords } from './calendar-block.ts';
import { calendarOfChunks, calendarOfRows } from './calendar.ts';
import { hourOfWeekIn } from './hour-of-week.ts';
import { wrongParts } from '../testing/any-sample.ts';
import { normal, present, sum } from '../testing/draws.ts';
import { timedRows } from './timed-rows.ts';

const HOUR = 3_600_000;
const WEEK = 168 * HOUR;
/** A Monday, 00:00 UTC. */
const MONDAY = Date.UTC(2026, 10, 2);
const settings = settingsWith({ timeZone: 'UTC', minRows: 30 });
const say = formats(settings);
const judge = (reference: Sample, current: Sample) => assess(reference, current);

function side(times: Float64Array, values: Float64Array): FeatureSide {
  const column = { kind: 'numeric', feature: 'tempo', values, unreadable: 0 } as const;
  const table = { side: 'current', source: 'A', length: values.length, times, columns: [column] } as const;
  return { sample: values, parts: [{ table: { ...table, columns: [column] }, column }] };
}

/** `perHour` rows in each hour of two weeks, moved by `shift` in some of them. */
function weeks(perHour: number, seed: number, shift: (hourOfWeek: number) => number): FeatureSide {
  const hours = 2 * 168;
  const random = seededRandom(seed + 1000);
  const times = Float64Array.from(
    { length: hours * perHour },
    (_, i) => MONDAY + Math.floor(i / perHour) * HOUR + random.uniform() * HOUR
  );
  const noise = normal(times.length, 0, seed);
  const values = noise.map((x, i) => x + shift(Math.floor(i / perHour) % 168));
  return side(times, values);
}

function calendar(reference: FeatureSide, current: FeatureSide, change = settings) {
  const now = timedRows(current);
  if (!now) {
    throw new Error('no times');
  }
  const before = timedRows(reference);
  return present(
    finish(
      calendarOfRows({ reference: before, current: now }, { judge, whole: reference.sample }, change, formats(change))
    )
  );
}

const isNight = (hour: number) => {
  const start = (hour + 168 - 22) % 168;
  return start % 24 < 6 && start < 5 * 24;
};

describe('rows', () => {
  it('says in which part of the week alone the feature drifts', () => {
    const found = calendar(
      weeks(40, 1, () => 0),
      weeks(40, 2, (hour) => (isNight(hour) ? 2 : 0))
    );
    expect(found.sentence).toBe('Over the limit only Mon–Fri 22:00–04:00.');
    expect(found.title).toBe('Weekday and hour (UTC) against the same hour of the reference');
    expect(sum(Array.from(found.n))).toBe(2 * 168 * 40);
    expect(found.titles[22]).toMatch(/^Mon 22:00–23:00: 80 rows v 80 rows of the same hour: \d/);
  });

  it('a season that the reference has as well is none', () => {
    const season = (hour: number) => 3 * Math.sin((hour / 24) * 2 * Math.PI);
    const { sentence } = calendar(weeks(40, 3, season), weeks(40, 4, season));
    expect(sentence).toMatch(/^No hour of the week|no hour stands out\.$/);
  });

  it('takes the whole reference where its hours hold too few rows, and says so', () => {
    const { title, sentence } = calendar(
      weeks(10, 5, () => 0),
      weeks(40, 6, () => 3)
    );
    expect(title).toBe('Weekday and hour (UTC) against the whole reference');
    expect(sentence).toBe('Over the limit at all hours: the change has no season.');
  });

  it('tells few rows from none', () => {
    const now = side(Float64Array.of(MONDAY, MONDAY + 1, NaN), Float64Array.of(1, 2, 3));
    const found = calendar(
      weeks(40, 7, () => 0),
      now
    );
    expect([0, 1].map((hour) => LEVELS[found.level[hour] ?? 0])).toEqual(['few', 'no data']);
    expect(found.n[0]).toBe(2);
    expect(found.sentence).toContain('widen the time range');
  });

  it('without times there is none', () => {
    expect(timedRows({ sample: Float64Array.of(1), parts: [] })).toBeUndefined();
  });
});

describe('hours of the week', () => {
  // Berlin leaves summer time on 2026-10-25 at 03:00: the hour from 02:00 comes twice.
  it.each([
    ['2026-10-24T22:00:00Z', 'Europe/Berlin', 6 * 24],
    ['2026-10-25T00:30:00Z', 'Europe/Berlin', 6 * 24 + 2],
    ['2026-10-25T01:30:00Z', 'Europe/Berlin', 6 * 24 + 2],
    ['2026-10-25T02:00:00Z', 'Europe/Berlin', 6 * 24 + 3],
    ['2026-11-02T00:00:00Z', 'UTC', 0],
    ['2026-11-01T18:45:00Z', 'Asia/Kathmandu', 0 * 24 + 0],
    ['2026-11-02T00:00:00Z', 'nowhere', 0],
  ])('%s in %s is hour %i', (time, zone, hour) => {
    expect(hourOfWeekIn(zone)(Date.parse(time))).toBe(hour);
  });
});

it('finds any block of the week again', () => {
  const block = fc.record({
    firstDay: fc.nat(6),
    days: fc.integer({ min: 1, max: 6 }),
    firstHour: fc.nat(23),
    hours: fc.integer({ min: 1, max: 23 }),
  });
  fc.assert(
    fc.property(block, ({ firstDay, days, firstHour, hours }) => {
      const marked = Array.from({ length: 168 }, () => false);
      for (let day = firstDay; day < firstDay + days; day++) {
        for (let hour = firstHour; hour < firstHour + hours; hour++) {
          marked[((day % 7) * 24 + hour) % 168] = true;
        }
      }
      const found = bestBlock(
        marked,
        marked.map(() => true)
      );
      return found?.marked === days * hours && found.judged === days * hours;
    }),
    { numRuns: 100 }
  );
  expect(blockInWords({ firstDay: 5, days: 2, firstHour: 0, hours: 24, marked: 48, judged: 48 }, 'en-US')).toBe(
    'Sat–Sun all day'
  );
});

describe('chunks', () => {
  const points = (length: number, step: number, effect: (hour: number) => number | undefined) =>
    Array.from({ length }, (_, i) => {
      const found = effect(Math.round((i * step) / HOUR) % 168);
      return { from: MONDAY + i * step, level: 'low', ...(found !== undefined && { effect: found }) } as const;
    });

  it('gives the median of those that begin in an hour', () => {
    const found = present(
      calendarOfChunks(
        points(4 * 56, 3 * HOUR, (hour) => (hour % 24 === 9 ? 2 : 0.4)),
        settings,
        say
      )
    );
    expect(found.sentence).toBe('Over the limit only every day 09:00–10:00.');
    expect(found.effect[9]).toBe(2);
    expect(sum(Array.from(found.n))).toBe(224);
    expect(LEVELS[found.level[10] ?? 0]).toBe('no data');
  });

  it('declines days', () => {
    expect(
      calendarOfChunks(
        points(28, 24 * HOUR, () => 1),
        settings,
        say
      )
    ).toHaveProperty('absent');
  });
});

it('any rows at any times have a calendar or a reason for none', () => {
  const rows = fc.array(
    fc.tuple(
      fc.oneof(fc.integer({ min: MONDAY, max: MONDAY + WEEK }), fc.constantFrom(NaN, Infinity, 0, 1e17)),
      fc.oneof(fc.double({ min: -5, max: 5 }), fc.constantFrom(NaN, Infinity, 1e308))
    ),
    { maxLength: 60 }
  );
  fc.assert(
    fc.property(rows, rows, (p, q) => {
      const [reference, current] = [p, q].map((one) =>
        timedRows(
          side(
            Float64Array.from(one, ([time]) => time),
            Float64Array.from(one, ([, value]) => value)
          )
        )
      );
      if (!reference || !current) {
        return;
      }
      const change = settingsWith({ minRows: 2 });
      const found = finish(
        calendarOfRows(
          { reference, current },
          { judge: (a, b) => assess(a, b, { minimumRows: 2 }), whole: reference.all },
          change,
          say
        )
      );
      if (isAbsent(found)) {
        return;
      }
      expect(wrongParts({ ...found, effect: [] })).toEqual([]);
      const dated = q.filter(([time]) => Math.abs(time) <= 8.64e15).length;
      expect(sum(Array.from(found.n))).toBe(dated);
    }),
    { numRuns: 100 }
  );
});
