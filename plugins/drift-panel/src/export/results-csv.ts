import type { AnalysisSettings } from '../analyse/settings.ts';
import type { Report } from '../report/report.ts';
import type { FeatureResult } from '../report/result.ts';

type Cell = string | number | undefined;
type Settings = Pick<AnalysisSettings, 'preset' | 'alpha' | 'correction' | 'minRows'>;

/** A column each, in this order. */
const COLUMNS: ReadonlyArray<[head: string, of: (result: FeatureResult, settings: Settings) => Cell]> = [
  ['feature', ({ feature }) => feature],
  ['state', ({ state }) => state],
  ['test', ({ test }) => test],
  ['test_options', ({ testOptions }) => testOptions && JSON.stringify(testOptions)],
  ['variant', ({ variant }) => variant],
  ['value', ({ value }) => value],
  ['limit', ({ limit }) => limit?.value],
  ['limit_origin', ({ limit }) => limit?.origin],
  ['p_value', ({ pValue }) => pValue],
  ['adjusted_p_value', ({ adjustedPValue }) => adjustedPValue],
  ['effect_size', ({ effectSize }) => effectSize?.value],
  ['effect_size_measure', ({ effectSize }) => effectSize?.measure],
  ['effect_over_limit', ({ effectOverLimit }) => effectOverLimit],
  ['psi', ({ psi }) => psi],
  ['n_reference', ({ nReference }) => nReference],
  ['n_current', ({ nCurrent }) => nCurrent],
  ['missing_reference', ({ missingReference }) => missingReference],
  ['missing_current', ({ missingCurrent }) => missingCurrent],
  ['since', ({ since }) => (since === undefined ? undefined : new Date(since).toISOString())],
  ['preset', (_, { preset }) => preset],
  ['level', (_, { alpha }) => alpha],
  ['correction', (_, { correction }) => correction],
  ['minimum_rows', (_, { minRows }) => minRows],
];

/**
 * The verdicts as CSV (RFC 4180: comma, CRLF, quotes doubled), one feature a line, in the order of the report; numbers with
 * a point and all their digits, times in ISO 8601 UTC, empty where there is none.
 */
export function resultsCsv({ features }: Pick<Report, 'features'>, settings: Settings): string {
  const lines = features.map(({ result }) => COLUMNS.map(([, of]) => cell(of(result, settings))));
  return [COLUMNS.map(([head]) => head), ...lines].map((line) => `${line.join(',')}\r\n`).join('');
}

function cell(value: Cell): string {
  if (value === undefined || Number.isNaN(value)) {
    return '';
  }
  const text = String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
