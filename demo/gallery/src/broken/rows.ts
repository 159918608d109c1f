import type { GalleryPanel } from '../dashboard/dashboard.ts';
import { frame, numbers, texts, time, type Column } from '../dashboard/frame.ts';
import { framesQuery, type Query } from '../dashboard/query.ts';
import { draw, rounded } from '../data/draw.ts';
import { evenly } from '../data/times.ts';

const ROWS = 400;

function sample(seed: number, change = 0, count = ROWS): number[] {
  const { normal } = draw(seed);
  return Array.from({ length: count }, () => rounded(normal(50 + change, 10), 1));
}

/** Reference and current of equal columns; the current side has times. */
function sides(reference: readonly Column[], current: readonly Column[]): Query[] {
  const times = time(evenly(current[0]?.values.length ?? 0));
  return [framesQuery('reference', [frame(reference)]), framesQuery('current', [frame([times, ...current])])];
}

/** A sound feature beside the broken one: it must be judged as if nothing was wrong. */
const sound = (seed: number, change = 0) => numbers('sound', sample(seed, change));

/** Rows that are broken in one way each. */
export function brokenRows(): GalleryPanel[] {
  const every = (n: number, value: number | null) => sample(7).map((one, row) => (row % n === 0 ? value : one));
  return [
    {
      title: 'One row',
      shows: '"Too few rows": one current row against 400, in words; no verdict.',
      queries: sides([numbers('x', sample(1))], [numbers('x', sample(2, 0, 1))]),
    },
    {
      title: 'All equal',
      shows: 'A constant on both sides is said to be constant and has not drifted; one that became constant has.',
      queries: sides(
        [
          numbers(
            'always_7',
            sample(1).map(() => 7)
          ),
          numbers('became_7', sample(1)),
          sound(3),
        ],
        [
          numbers(
            'always_7',
            sample(1).map(() => 7)
          ),
          numbers(
            'became_7',
            sample(1).map(() => 7)
          ),
          sound(4),
        ]
      ),
    },
    {
      title: 'All missing',
      shows: 'A feature without a value on either side, and one that went missing: each in words; "sound" is judged.',
      queries: sides(
        [
          numbers(
            'never_there',
            sample(1).map(() => null)
          ),
          numbers('gone', sample(1)),
          sound(3),
        ],
        [
          numbers(
            'never_there',
            sample(1).map(() => null)
          ),
          numbers(
            'gone',
            sample(1).map(() => null)
          ),
          sound(4),
        ]
      ),
    },
    {
      title: 'NaN and infinities',
      shows: 'NaN counts as missing; ±∞ are counted and named, and the axis stays readable.',
      queries: sides(
        [numbers('nan', sample(5)), numbers('infinite', sample(6)), sound(3)],
        [
          numbers('nan', every(3, NaN)),
          numbers(
            'infinite',
            sample(6).map((one, row) => (row % 9 === 0 ? Infinity : row % 11 === 0 ? -Infinity : one))
          ),
          sound(4),
        ]
      ),
    },
    {
      title: 'Text in a column of numbers',
      shows: 'Cells such as "n/a" and "1,5" count as missing and are said; numbers as text are numbers.',
      queries: sides(
        [numbers('mixed', sample(5)), numbers('as_text', sample(6)), sound(3)],
        [
          {
            name: 'mixed',
            type: 'number',
            values: sample(5).map((one, row) => (row % 10 === 0 ? 'n/a' : row % 15 === 0 ? '1,5' : one)),
          },
          { name: 'as_text', type: 'number', values: sample(6).map(String) },
          sound(4),
        ]
      ),
    },
    {
      title: 'Duplicate names',
      shows: 'Two columns called "x" are both there or named as a problem; none is lost in silence.',
      queries: sides(
        [numbers('x', sample(1)), numbers('x', sample(8)), sound(3)],
        [numbers('x', sample(2)), numbers('x', sample(9, 15)), sound(4)]
      ),
    },
    {
      title: '10,000 categories',
      shows:
        'An identifier: the largest differences and "other"; the panel says that there are too many categories to judge or judges with them merged.',
      queries: sides(
        [texts('id', identifiers(11)), numbers('sound', sample(3, 0, 10_000))],
        [texts('id', identifiers(12)), numbers('sound', sample(4, 0, 10_000))]
      ),
    },
    {
      title: 'The reference is empty',
      shows: 'It is said which query has no rows, and what to do.',
      queries: [
        framesQuery('reference', [frame([numbers('x', [])])]),
        framesQuery('current', [frame([time(evenly(ROWS)), numbers('x', sample(2))])]),
      ],
    },
    {
      title: 'Nothing is current',
      shows: 'It is said that there are reference rows only, and what to do.',
      queries: [
        framesQuery('reference', [frame([numbers('x', sample(1))])]),
        framesQuery('current', [frame([time([]), numbers('x', [])])]),
      ],
    },
    {
      title: 'No frame at all',
      shows: '"No data" in words, as Grafana says it.',
      queries: [framesQuery('current', [])],
    },
    {
      title: 'The wrong shape',
      shows: 'Text only: what is missing is named.',
      queries: [
        framesQuery('A', [
          frame([texts('message', ['started', 'stopped', 'started']), texts('host', ['a', 'b', 'c'])]),
        ]),
      ],
    },
    {
      title: 'Rows without a reference',
      shows: 'It is asked which query is the reference.',
      queries: [framesQuery('A', [frame([time(evenly(ROWS)), numbers('x', sample(2))])])],
    },
    {
      title: 'A profile that is none',
      shows: 'It is said that the saved reference cannot be read, why, and what to do.',
      queries: [framesQuery('A', [frame([time(evenly(ROWS)), numbers('x', sample(2))])])],
      options: { reference: { from: 'profile', profile: '{"soundcheck":"profile","version":9}' } },
    },
    {
      title: 'Clock jumps',
      shows:
        'The clock goes back by two days in the middle, then forward by three: rows are taken in order of time, chunks without rows are "missing".',
      queries: [
        framesQuery('reference', [frame([numbers('x', sample(1))])]),
        framesQuery('current', [frame([time(jumping()), numbers('x', sample(2, 12))])]),
      ],
    },
  ];
}

function identifiers(seed: number): string[] {
  const { uniform } = draw(seed);
  return Array.from({ length: 10_000 }, () => `c${Math.floor(10_000 * uniform())}`);
}

function jumping(): number[] {
  const day = 86_400_000;
  return evenly(ROWS).map(
    (moment, row) => moment - (row > 150 && row <= 250 ? 2 * day : 0) + (row > 300 ? 1.5 * day : 0)
  );
}
