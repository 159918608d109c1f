import fc from 'fast-check';
import { timeTicks } from './time-ticks.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const utc = (time: number) => new Date(time).toISOString().slice(0, 16);

it.each([
  {
    what: 'autumn in Berlin: the day has 25 hours',
    from: '2026-10-24T22:00Z',
    to: '2026-10-25T23:00Z',
    room: 5,
    ticks: [
      ['2026-10-24T22:00', 'Sun 25'],
      ['2026-10-25T05:00', '06:00'],
      ['2026-10-25T11:00', '12:00'],
      ['2026-10-25T17:00', '18:00'],
      ['2026-10-25T23:00', 'Mon 26'],
    ],
  },
  {
    what: 'spring in Berlin: the day has 23 hours',
    from: '2026-03-28T23:00Z',
    to: '2026-03-29T22:00Z',
    room: 4,
    ticks: [
      ['2026-03-28T23:00', 'Sun 29'],
      ['2026-03-29T04:00', '06:00'],
      ['2026-03-29T10:00', '12:00'],
      ['2026-03-29T16:00', '18:00'],
      ['2026-03-29T22:00', 'Mon 30'],
    ],
  },
  {
    what: 'the hour that comes twice',
    from: '2026-10-24T23:30Z',
    to: '2026-10-25T02:30Z',
    room: 3,
    ticks: [
      ['2026-10-25T00:00', '02:00'],
      ['2026-10-25T01:00', '02:00'],
      ['2026-10-25T02:00', '03:00'],
    ],
  },
  {
    what: 'midnights of days of 23 and 24 hours',
    from: '2026-03-27T12:00Z',
    to: '2026-03-31T12:00Z',
    room: 5,
    ticks: [
      ['2026-03-27T23:00', 'Sat 28'],
      ['2026-03-28T23:00', 'Sun 29'],
      ['2026-03-29T22:00', 'Mon 30'],
      ['2026-03-30T22:00', 'Tue 31'],
    ],
  },
  {
    what: 'every second month, the year where it begins',
    from: '2025-11-15T00:00Z',
    to: '2026-07-15T00:00Z',
    room: 3,
    ticks: [
      ['2025-12-31T23:00', '2026'],
      ['2026-03-31T22:00', 'Apr'],
      ['2026-06-30T22:00', 'Jul'],
    ],
  },
])('$what', ({ from, to, room, ticks }) => {
  const found = timeTicks(Date.parse(from), Date.parse(to), room, 'Europe/Berlin');
  expect(found.map(({ time, text }) => [utc(time), text])).toEqual(ticks);
});

it('keeps its ticks while the range moves on', () => {
  const at = (from: number) => timeTicks(from, from + 12 * DAY, 6, 'utc').map(({ time }) => time);
  const start = Date.UTC(2026, 10, 10);
  const [now, later] = [at(start), at(start + DAY)];
  expect(now.length).toBeGreaterThan(4);
  expect(later.filter((time) => time <= start + 12 * DAY)).toEqual(now.filter((time) => time >= start + DAY));
});

const ZONES = ['utc', 'Europe/Berlin', 'Asia/Kolkata', 'Australia/Lord_Howe', 'America/Havana', 'Asia/Beirut'];

/** What a clock in the zone shows, from the engine's own time zone data. */
function clock(time: number, timeZone: string): string {
  return new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' }).format(time);
}

it('gives round times in order, inside the range, no more than fit', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: Date.UTC(2024, 0), max: Date.UTC(2028, 0) }),
      fc.integer({ min: 60_000, max: 900 * DAY }),
      fc.double({ min: 1, max: 30, noNaN: true }),
      fc.constantFrom(...ZONES),
      (from, span, room, zone) => {
        const ticks = timeTicks(from, from + span, room, zone);
        // One more than steps fit, and one for a February or an hour that comes twice.
        expect(ticks.length).toBeLessThanOrEqual(Math.ceil(room) + 2);
        ticks.forEach(({ time, text }, at) => {
          expect(time).toBeGreaterThan(ticks[at - 1]?.time ?? -Infinity);
          expect(time).toBeGreaterThanOrEqual(from);
          expect(time).toBeLessThanOrEqual(from + span);
          // A day begins at 1:00 where its midnight is skipped.
          expect(text.includes(':') ? [text] : ['00:00', '01:00']).toContain(clock(time, zone));
        });
      }
    )
  );
});

it.each([
  ['an empty range', 5, 5, 4],
  ['a range of no end', 0, Infinity, 4],
  ['a range that is not known', NaN, NaN, 4],
  ['no room', 0, DAY, 0],
])('gives none for %s', (_, from, to, room) => {
  expect(timeTicks(from, to, room, 'utc')).toEqual([]);
});
