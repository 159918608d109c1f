import { minuteMs } from '../scenario.ts';
import { referenceTag, uploadBody } from './upload.ts';
import type { Fairness, Row, Scenario, TimedRow } from '../scenario.ts';

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
const fairnesses = ['spd', 'dir'] as const;

/**
 * The week as calls, in order of time: the reference, names of outputs, the schedules, then an untagged upload for every quarter of an
 * hour in which rows came, the last one at `nowMs`.
 */
export function* replayEvents(scenario: Scenario, nowMs: number): Generator<ReplayEvent> {
  const start = nowMs + scenario.startMs;
  yield* uploads(scenario, scenario.reference, { at: start, tag: referenceTag });
  const post = (path: string, body: object): ReplayEvent => ({ at: start, method: 'POST', path, body });
  if (scenario.outputNames) {
    yield post('/info/names', { modelId: scenario.model, inputMapping: {}, outputMapping: scenario.outputNames });
  }
  for (const drift of drifts) {
    yield post(`/metrics/drift/${drift}/request`, schedule(scenario, drift));
  }
  const { fairness } = scenario;
  if (fairness) {
    yield* fairnesses.map((metric) =>
      post(`/metrics/group/fairness/${metric}/request`, fairnessSchedule(scenario.model, fairness))
    );
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

/**
 * The request to schedule a fairness metric. Its name says the groups: of fairness the Python service publishes the
 * attribute and the outcome, but no values.
 */
function fairnessSchedule(model: string, fairness: Fairness): object {
  const { protectedAttribute, privileged, unprivileged, outcome, favorable, batchSize } = fairness;
  return {
    modelId: model,
    protectedAttribute,
    privilegedAttribute: privileged,
    unprivilegedAttribute: unprivileged,
    outcomeName: outcome,
    favorableOutcome: favorable,
    batchSize,
    requestName: `${outcome} = ${favorable}, ${protectedAttribute} ${unprivileged} against ${privileged}`,
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
