import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { weekMs } from '../scenario.ts';
import { seattleWeather } from '../testing/seattle-weather.ts';
import { withFiles } from '../testing/csv-files.ts';
import { holm, ksPValue, ksStatistic, welchT } from '../testing/two-sample.ts';
import { ownData } from './own-data.ts';
import type { Row } from '../scenario.ts';

function build(reference: string, live: string, time = 'date') {
  return withFiles({ 'before.csv': reference, 'after.csv': live }, (folder) =>
    ownData({ reference: join(folder, 'before.csv'), live: join(folder, 'after.csv'), time, seed: 1 })
  );
}

function column(rows: Row[], feature: number): number[] {
  return rows.map((row) => row.inputs[feature] ?? NaN);
}

describe('own data: Seattle weather, 2012–2013 against 2014–2015', () => {
  const weather = seattleWeather();
  const { scenario, notes } = build(weather.reference, weather.live);

  it('takes the numeric columns as features and every live row as the window', () => {
    expect(scenario.features).toEqual(['precipitation', 'temp_max', 'temp_min', 'wind']);
    expect([scenario.reference.length, scenario.history.length, scenario.batchSize]).toEqual([731, 730, 730]);
    expect([scenario.model, scenario.namespace]).toEqual(['after', 'own-data']);
    expect([scenario.history[0]?.offsetMs, scenario.history.at(-1)?.offsetMs]).toEqual([-weekMs, 0]);
  });

  it('says that the text column is left out and that the output is a constant', () => {
    expect(notes).toEqual([
      expect.stringMatching(
        /^Column "weather" is left out .*before\.csv, line 2: "drizzle".* cannot test a model with a text column\.$/
      ),
      expect.stringContaining('gets the constant 0'),
    ]);
    expect(scenario.outputTensor).toBe('prediction');
    expect(scenario.history.every((row) => row.outputs.length === 1 && row.outputs[0] === 0)).toBe(true);
  });

  it('keeps the text column in the files for checking', () => {
    expect(scenario.referenceTable.header).toEqual([
      'date',
      'precipitation',
      'temp_max',
      'temp_min',
      'wind',
      'weather',
    ]);
    expect(scenario.currentTable.rows.at(-1)).toEqual(['2015-12-31', '0.0', '5.6', '-2.1', '3.5', 'sun']);
  });

  // scipy 1.17.1: ks_2samp(reference, live), exact p; ttest_ind(..., equal_var=False).
  const scipy = [
    { feature: 'precipitation', d: 0.047328673425407114, p: 0.368271218208749, t: -1.25737478866308, drift: false },
    { feature: 'temp_max', d: 0.1105372636470963, p: 0.00022261555527613506, t: -4.0374478899909905, drift: true },
    { feature: 'temp_min', d: 0.10090137361092892, p: 0.0010037687745457625, t: -3.9301200198453587, drift: true },
    { feature: 'wind', d: 0.06130090137361093, p: 0.11843591514650695, t: -0.8650090967484962, drift: false },
  ];

  it("sends rows whose statistics are scipy's on the two files", () => {
    const p = scipy.map(({ feature, d, t, p: exact }, f) => {
      expect(scenario.features[f]).toBe(feature);
      const [reference, current] = [column(scenario.reference, f), column(scenario.history, f)];
      expect(ksStatistic(reference, current)).toBeCloseTo(d, 12);
      expect(welchT(reference, current)).toBeCloseTo(t, 9);
      const asymptotic = ksPValue(d, 731, 730);
      expect(asymptotic / exact).toBeGreaterThan(0.9);
      expect(asymptotic / exact).toBeLessThan(1.2);
      return asymptotic;
    });
    expect(holm(p).map((adjusted) => adjusted <= 0.05)).toEqual(scipy.map(({ drift }) => drift));
  });
});

describe('own data with gaps and a prediction', () => {
  const reference = 'date,wind,prediction\n2024-01-01,1,0.1\n2024-01-02,,0.2\n2024-01-03,3,0.3\n';
  const live = 'prediction,date,wind\n0.5,2024-02-02,5\n0.4,2024-02-01,4\n0.6,2024-02-03,NaN\n';
  const { scenario, notes } = build(reference, live);

  it('leaves rows with gaps out and says how many', () => {
    expect(notes).toEqual([
      '1 of 3 rows of before.csv are left out because a numeric cell is missing (the first: line 3, where "wind" is empty).',
      '1 of 3 rows of after.csv are left out because a numeric cell is missing (the first: line 4, where "wind" is empty).',
    ]);
    expect(scenario.batchSize).toBe(2);
  });

  it('sends the prediction as the output and orders live rows by time', () => {
    expect(scenario.features).toEqual(['wind']);
    expect(scenario.history.map(({ inputs, outputs }) => [inputs, outputs])).toEqual([
      [[4], [0.4]],
      [[5], [0.5]],
    ]);
    expect(scenario.currentTable.rows.map((cells) => cells[1])).toEqual(['2024-02-01', '2024-02-02']);
  });
});
