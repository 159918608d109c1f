import { describe, expect, it } from 'vitest';
import { holm, ksPValue, ksStatistic, mean, welchT } from '../testing/two-sample.ts';
import { hourMs } from '../scenario.ts';
import { scipyJukebox } from '../testing/scipy-jukebox.ts';
import { batchSize, defaultSeed, jukebox, songAfterHistory } from './jukebox.ts';
import type { Row } from '../scenario.ts';

const week = jukebox(defaultSeed);
const column = (rows: Row[], f: number) => rows.map((row) => row.inputs[f] ?? NaN);
const reference = week.features.map((_name, f) => column(week.reference, f));

/** Asymptotic KS p-values of all features for the window of 500 rows that ends before row `end`. */
function pValues(end: number): number[] {
  const rows = week.history.slice(end - batchSize, end);
  return reference.map((values, f) => ksPValue(ksStatistic(values, column(rows, f)), values.length, rows.length));
}

/** Index of the first row that came later than this. */
function rowAt(hours: number): number {
  const index = week.history.findIndex((row) => row.offsetMs > hours * hourMs);
  return index < 0 ? week.history.length : index;
}

describe('the jukebox week', () => {
  it('has the shape of the lab', () => {
    expect(week.features).toEqual([
      ...['is_explicit', 'duration_ms', 'danceability', 'energy', 'key', 'loudness', 'mode', 'speechiness'],
      ...['acousticness', 'instrumentalness', 'liveness', 'valence', 'tempo'],
    ]);
    expect([week.reference.length, week.batchSize, week.currentTable.rows.length]).toEqual([5000, 500, 500]);
    const rows = [...week.reference, ...week.history];
    expect(rows.every(({ inputs, outputs }) => inputs.length === 13 && outputs.length === 73)).toBe(true);
    expect(rows.every(({ inputs, outputs }) => [...inputs, ...outputs].every((v) => v >= 0 && v <= 1))).toBe(true);
  });

  it('has three discrete features', () => {
    const distinct = reference.map((values) => new Set(values).size);
    expect(week.features.filter((_name, f) => (distinct[f] ?? 0) <= 12)).toEqual(['is_explicit', 'key', 'mode']);
    expect(distinct[week.features.indexOf('key')]).toBe(12);
  });

  it('has one discrete output, behind the 72 countries: it goes with the country of its name', () => {
    const [decision, country] = [72, 54];
    expect(week.outputNames).toEqual({ 'output-72': 'on_air' });
    expect(week.history.every(({ outputs }) => outputs[decision] === ((outputs[country] ?? 0) > 0.5 ? 1 : 0))).toBe(
      true
    );
  });

  it('depends on the seed alone', () => {
    expect(JSON.stringify(jukebox(defaultSeed)) === JSON.stringify(week)).toBe(true);
    expect(jukebox(defaultSeed + 1).history[0]).not.toEqual(week.history[0]);
    expect(songAfterHistory(defaultSeed, 7)).toEqual(songAfterHistory(defaultSeed, 7));
  });
});

/** Share of explicit and of other songs that come on air, among the 2,000 rows before row `end`. */
function shares(end: number): { explicit: number; other: number } {
  const rows = week.history.slice(end - (week.fairness?.batchSize ?? 0), end);
  const of = (group: number) => {
    const members = rows.filter(({ inputs }) => inputs[0] === group);
    return members.filter(({ outputs }) => outputs[72] === 1).length / members.length;
  };
  return { explicit: of(1), other: of(0) };
}

describe('fairness of the week', () => {
  it('is within 0 ± 0.1 while nothing drifts, and outside once the season is there', () => {
    const quiet = [2000, 3000, 4000, 5000, 6000, 7000].map(shares);
    expect(quiet.filter(({ explicit, other }) => Math.abs(explicit - other) > 0.1)).toEqual([]);
    const end = shares(week.history.length);
    expect(end.explicit - end.other).toBeLessThan(-0.1);
    expect(end.explicit / end.other).toBeLessThan(0.8);
  });
});

describe('the end of the week', () => {
  const current = week.history.slice(-batchSize);
  const rounded = holm(scipyJukebox.map(({ p }) => p));

  it.each(scipyJukebox)("$feature: D and t are scipy's", ({ feature, d, t }) => {
    const f = week.features.indexOf(feature);
    expect(ksStatistic(reference[f] ?? [], column(current, f))).toBeCloseTo(d, 12);
    expect(welchT(reference[f] ?? [], column(current, f))).toBeCloseTo(t, 9);
  });

  it.each(scipyJukebox.map((row, i) => ({ ...row, adjusted: rounded[i] ?? NaN })))(
    '$feature: drift is clear or clearly absent',
    ({ p, drift, adjusted }) => {
      expect(drift ? adjusted < 1e-3 : p > 0.2).toBe(true);
    }
  );

  it('has drifted in these features and no others', () => {
    const drifted = scipyJukebox.filter(({ drift }) => drift).map(({ feature }) => feature);
    expect(drifted).toEqual(['danceability', 'energy', 'acousticness', 'valence', 'tempo']);
  });

  it('has drifted in tempo by shape only', () => {
    const f = week.features.indexOf('tempo');
    expect(Math.abs(mean(reference[f] ?? []) - mean(column(current, f)))).toBeLessThan(0.002);
    expect(Math.abs(welchT(reference[f] ?? [], column(current, f)))).toBeLessThan(0.5);
  });
});

describe('drift over time', () => {
  const limit = 0.05;
  /** Windows of 500 rows, an hour or so apart. */
  const windows = Array.from({ length: 164 }, (_hour, i) => -160 + i).map((hours) => ({
    hours,
    adjusted: holm(pValues(rowAt(hours))),
  }));
  const onset = (feature: string) => {
    const f = week.features.indexOf(feature);
    return windows.findIndex(({ adjusted }) => (adjusted[f] ?? 1) <= limit);
  };

  it('starts calm: no feature has drifted before the last two days and a half', () => {
    const early = windows.filter(({ hours }) => hours < -60);
    expect(early.flatMap(({ adjusted }) => adjusted.filter((p) => p <= limit))).toEqual([]);
  });

  it('never calls an undrifted feature drifted', () => {
    const quiet = scipyJukebox.filter(({ drift }) => !drift).map(({ feature }) => onset(feature));
    expect(new Set(quiet)).toEqual(new Set([-1]));
  });

  it('sets in with one feature after the other', () => {
    const order = ['danceability', 'acousticness', 'valence', 'energy', 'tempo'].map(onset);
    expect(order.every((index, i) => index > (order[i - 1] ?? 0) + 2)).toBe(true);
  });

  it('stays once it has set in fully', () => {
    const drifted = scipyJukebox.flatMap(({ drift }, f) => (drift ? [f] : []));
    const late = windows.filter(({ hours }) => hours > -9);
    expect(late.every(({ adjusted }) => drifted.every((f) => (adjusted[f] ?? 1) < 1e-3))).toBe(true);
  });
});
