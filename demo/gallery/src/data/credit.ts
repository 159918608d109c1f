import { frame, numbers, texts, time, type Column, type FrameJson } from '../dashboard/frame.ts';
import { draw, rounded, type Draw } from './draw.ts';
import { dayOf, evenly } from './times.ts';
import { only } from './wide.ts';

/**
 * Applications for a credit: eight numeric inputs, three of text, and the model's score. What drifts, and from which day
 * of the two weeks on:
 * debt_ratio spreads from day 5 at the same mean; country moves to BR from day 7; income rises from day 8; device gets
 * tablets and loses landlines from day 9; utilisation is missing in a quarter of the rows from day 10; score follows
 * income. The others do not drift.
 */
interface Application {
  income: number;
  age: number;
  tenure_months: number;
  debt_ratio: number;
  balance: number;
  utilisation: number | null;
  logins_7d: number;
  requested: number;
  country: string;
  device: string;
  plan: string;
  score: number;
}

const NUMERIC = [
  'income',
  'age',
  'tenure_months',
  'debt_ratio',
  'balance',
  'utilisation',
  'logins_7d',
  'requested',
  'score',
] as const;
const CATEGORICAL = ['country', 'device', 'plan'] as const;

/** What the reference is like: before the first day. */
const BEFORE = -1;

function application(day: number, { normal, uniform, pick, chance }: Draw): Application {
  const richer = day >= 8 ? 0.3 : 0;
  const income = rounded(Math.exp(normal(7.8 + richer, 0.4)));
  const debt = rounded(normal(0.36, day >= 5 ? 0.16 : 0.09), 2);
  return {
    income,
    age: rounded(18 + 52 * uniform() ** 1.4),
    tenure_months: rounded(-48 * Math.log(1 - uniform())),
    debt_ratio: debt,
    balance: rounded(Math.exp(normal(5, 1.4))),
    utilisation: chance(day >= 10 ? 0.25 : 0.02) ? null : rounded(uniform(), 2),
    logins_7d: Math.floor(-4 * Math.log(1 - uniform())),
    requested: 500 * rounded(Math.exp(normal(2.4, 0.5))),
    country: pick(day >= 7 ? { US: 35, DE: 25, BR: 30, JP: 10 } : { US: 45, DE: 30, BR: 10, JP: 15 }),
    device: pick(day >= 9 ? { phone: 60, desktop: 30, tablet: 10 } : { phone: 60, desktop: 34, landline: 6 }),
    plan: pick({ basic: 70, plus: 25, pro: 5 }),
    score: rounded(1 / (1 + Math.exp(-normal(Math.log(income) - 7.8, 0.8))), 2),
  };
}

function columnsOf(rows: readonly Application[]): Column[] {
  return [
    ...NUMERIC.map((name) =>
      numbers(
        name,
        rows.map((row) => row[name])
      )
    ),
    ...CATEGORICAL.map((name) =>
      texts(
        name,
        rows.map((row) => row[name])
      )
    ),
  ];
}

/** Rows of the training data, without times. */
export function creditReference(count = 1000): Column[] {
  const random = draw(1);
  return columnsOf(Array.from({ length: count }, () => application(BEFORE, random)));
}

/** Rows of the two weeks, by time. */
export function creditCurrent(count = 1344): Column[] {
  const random = draw(2);
  const times = evenly(count);
  return [time(times), ...columnsOf(times.map((moment) => application(dayOf(moment), random)))];
}

/** Both sides with all columns. */
export function creditFrames(): { reference: FrameJson; current: FrameJson } {
  return { reference: frame(creditReference()), current: frame(creditCurrent()) };
}

/** The same with these columns only. */
export function creditFramesOf(names: readonly string[]): { reference: FrameJson; current: FrameJson } {
  return {
    reference: frame(only(creditReference(), names)),
    current: frame(only(creditCurrent(), ['time', ...names])),
  };
}
