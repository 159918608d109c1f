import fc from 'fast-check';
import { defaultOptions } from '../options/options.ts';
import type { FeatureReport } from '../report/report.ts';
import type { FeatureResult } from '../report/result.ts';
import { resultsCsv } from './results-csv.ts';

function report(...results: FeatureResult[]): { features: FeatureReport[] } {
  return {
    features: results.map((result, row) => ({
      ...{ feature: result.feature, kind: 'numeric', state: result.state, why: '', effectText: '–', pText: '–' },
      ...{ numbers: '', flags: [], row, result },
    })),
  };
}

/** RFC 4180 read back by its grammar: fields in quotes may hold anything, quotes doubled. */
function parsed(csv: string): string[][] {
  const lines: string[][] = [];
  let line: string[] = [];
  for (const [, quoted, plain = '', end] of csv.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
    line.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end === '\r\n') {
      lines.push(line);
      line = [];
    }
  }
  return lines;
}

it('writes each feature with everything that its verdict stands on', () => {
  const csv = resultsCsv(
    report(
      {
        ...{
          feature: 'tempo',
          state: 'drift',
          test: 'ks',
          testOptions: { method: 'exact' },
          variant: 'two-sided, exact',
        },
        ...{
          value: 0.31,
          limit: { value: 0.063, origin: 'critical D' },
          pValue: 1e-12,
          adjustedPValue: 3e-12,
          psi: 0.4,
        },
        ...{ effectSize: { measure: 'Cohen’s d', value: 0.8 }, effectOverLimit: 4.92, nReference: 5000, nCurrent: 500 },
        ...{ missingReference: 0, missingCurrent: 0.03, since: Date.UTC(2026, 10, 10, 18) },
      },
      { feature: 'key', state: 'no data', value: NaN }
    ),
    defaultOptions
  );
  const [head = [], tempo = [], key = []] = parsed(csv);
  const named = (line: string[]) => Object.fromEntries(line.map((value, at) => [head[at], value]));
  expect(named(tempo)).toEqual({
    ...{
      feature: 'tempo',
      state: 'drift',
      test: 'ks',
      test_options: '{"method":"exact"}',
      variant: 'two-sided, exact',
    },
    ...{ value: '0.31', limit: '0.063', limit_origin: 'critical D', p_value: '1e-12', adjusted_p_value: '3e-12' },
    ...{ effect_size: '0.8', effect_size_measure: 'Cohen’s d', effect_over_limit: '4.92', psi: '0.4' },
    ...{ n_reference: '5000', n_current: '500', missing_reference: '0', missing_current: '0.03' },
    ...{
      since: '2026-11-10T18:00:00.000Z',
      preset: 'soundcheck',
      level: '0.05',
      correction: 'holm',
      minimum_rows: '30',
    },
  });
  expect(named(key)).toMatchObject({ feature: 'key', state: 'no data', value: '', limit: '', since: '' });
});

it('can be read back whatever features are called', () => {
  fc.assert(
    fc.property(
      fc.array(fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', '\r', ' ', 'é', ';') }), { minLength: 1 }),
      (names) => {
        const lines = parsed(
          resultsCsv(report(...names.map((feature) => ({ feature, state: 'no drift' as const }))), defaultOptions)
        );
        expect(lines.slice(1).map(([feature]) => feature)).toEqual(names);
        expect(new Set(lines.map((line) => line.length)).size).toBe(1);
      }
    )
  );
});
