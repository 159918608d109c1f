import { minuteMs } from '../scenario.ts';
import { referenceTag, uploadBody } from './upload.ts';
import type { Row, Scenario, TimedRow } from '../scenario.ts';

/** One call to the TrustyAI service at a past time: a line of events.ndjson. */
export interface ReplayEvent {
  /** Epoch milliseconds. */
  at: number;
  method: 'POST';
  path: string;
  body: object;
}

const batchMs = 15 * minuteMs;

/** Rows of one upload at most, so that a large file of the user's own does not become one giant body. */
const uploadRows = 5000;

const drifts = ['kstest', 'comparemeans'] as const;

/**
 * The week as calls, in order of time: the reference, the schedules, then an untagged upload for every quarter of an
 * hour in which rows came, the last one at `nowMs`.
 */
export function* replayEvents(scenario: Scenario, nowMs: number): Generator<ReplayEvent> {
  const start = nowMs + scenario.startMs;
  yield* uploads(scenario, scenario.reference, { at: start, tag: referenceTag });
  for (const drift of drifts) {
    yield { at: start, method: 'POST', path: `/metrics/drift/${drift}/request`, body: schedule(scenario, drift) };
  }
  for (const [offsetMs, rows] of batches(scenario.history)) {
    yield* uploads(scenario, rows, { at: nowMs + offsetMs });
  }
}

/** The request to schedule a metric. No metricName: the Python service trusts it where it should not. */
function schedule(scenario: Scenario, drift: (typeof drifts)[number]): object {
  return {
    modelId: scenario.model,
    referenceTag,
    fitColumns: scenario.features,
    batchSize: scenario.batchSize,
    requestName: `${scenario.model}-${drift}`,
  };
}

function* uploads(scenario: Scenario, rows: Row[], { at, tag }: { at: number; tag?: string }): Generator<ReplayEvent> {
  for (let from = 0; from < rows.length; from += uploadRows) {
    const body = uploadBody(scenario, rows.slice(from, from + uploadRows), tag);
    yield { at, method: 'POST', path: '/data/upload', body };
  }
}

/** Rows grouped by the quarter of an hour, counted back from the end, in which they came; the key is the quarter's end. */
function batches(history: TimedRow[]): Map<number, TimedRow[]> {
  const groups = new Map<number, TimedRow[]>();
  for (const row of history) {
    // "0 -" would give -0 for the last quarter; adding keeps it 0.
    const end = Math.ceil(row.offsetMs / batchMs) * batchMs + 0;
    const group = groups.get(end);
    if (group) {
      group.push(row);
    } else {
      groups.set(end, [row]);
    }
  }
  return groups;
}
