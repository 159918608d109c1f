import { asFinite, asList, asMeasured, asRecord, field, isRecord, optionalField, ShapeError } from '../core/json.ts';
import { decodeSchedules } from './decode-schedules.ts';
import type { Schedule } from './model.ts';

/** The reference sample of one column, as an APPROXKSTEST schedule keeps it. */
export interface Sketch {
  /** Ascending; as many as the reference has rows. */
  sorted: Float64Array;
  /** Every row of the reference stands in it: so it is up to 1,000 rows with the default epsilon. */
  exact: boolean;
  /** Largest error of a rank, as a share of the rows. */
  epsilon: number;
}

/** What a MEANSHIFT schedule keeps of one column. */
export interface Moments {
  mean: number;
  variance: number;
  n: number;
}

/** What one schedule keeps of its reference, by raw column name. */
export interface Fitting {
  schedule: Schedule;
  sketches: Map<string, Sketch>;
  moments: Map<string, Moments>;
}

/** The service looks for its reference among its last rows: no sketch stands for more than these. */
const MOST_ROWS = 1_000_000;

function decodeSketch(json: unknown, at: string): Sketch {
  const record = asRecord(json, at);
  const summary = field(record, at, 'summary', asList);
  const rows = field(record, at, 'numx', asFinite);
  if (!(Number.isInteger(rows) && rows >= 0 && rows <= MOST_ROWS)) {
    throw new ShapeError(`${at}.numx should be a number of rows and is ${rows}`);
  }
  const sorted = new Float64Array(rows);
  let filled = 0;
  for (const entry of summary) {
    const { left, middle } = asRecord(entry, `${at}.summary`);
    const end = filled + asFinite(middle, `${at}.middle`);
    sorted.fill(asMeasured(left, `${at}.left`), filled, end);
    filled = end;
  }
  if (filled !== rows) {
    throw new ShapeError(`${at} stands for ${filled} rows and says ${rows}`);
  }
  return {
    sorted: sorted.sort(),
    exact: summary.length === rows,
    epsilon: optionalField(record, at, 'epsilon', asFinite) ?? 0,
  };
}

function decodeMoments(json: unknown, at: string): Moments {
  const record = asRecord(json, at);
  return {
    mean: field(record, at, 'mean', asMeasured),
    variance: field(record, at, 'variance', asMeasured),
    n: field(record, at, 'n', asFinite),
  };
}

function byColumn<T>(json: unknown, decode: (value: unknown, at: string) => T): Map<string, T> {
  const columns = isRecord(json) ? Object.entries(json) : [];
  return new Map(columns.map(([column, value]) => [column, decode(value, column)]));
}

/**
 * The references inside `GET /metrics/all/requests` of a Java service; they appear with the first tick of a schedule.
 * @param wanted only these schedules are read: a sketch of 1,000 rows is 55 kB
 */
export function decodeFittings(json: unknown, wanted: (schedule: Schedule) => boolean): Fitting[] {
  const requests = asList(asRecord(json, 'the reply')['requests'], 'requests');
  return decodeSchedules(json, 'java').flatMap((schedule, i): Fitting[] => {
    const request = asRecord(asRecord(requests[i], 'requests')['request'] ?? {}, 'request');
    if (!wanted(schedule)) {
      return [];
    }
    const moments =
      schedule.metric === 'compare-means' ? byColumn(request['fitting'], decodeMoments) : new Map<string, Moments>();
    return [{ schedule, sketches: byColumn(request['sketchFitting'], decodeSketch), moments }];
  });
}
