import * as v from 'valibot';

/**
 * What the gateway knows. All times are epoch milliseconds. The schemas also read the journal's snapshot line.
 */

const text = v.string();
const time = v.number();

/** One alert of an incident; `startsAt` is that of its latest episode. */
export const alertSchema = v.object({
  fingerprint: text,
  startsAt: time,
  /** When it was first heard of. */
  arrivedAt: time,
  /** `unsure`: Grafana ended it because its rule changed, which says nothing about the drift. */
  status: v.picklist(['firing', 'unsure', 'resolved']),
  endsAt: v.optional(time),
  unsureSince: v.optional(time),
  labels: v.record(text, text),
  summary: v.optional(text),
});
export type Alert = v.InferOutput<typeof alertSchema>;

export const runSchema = v.object({
  /** `calling` is on disk before a target is asked; `dead` waits for a person. */
  phase: v.picklist(['queued', 'calling', 'training', 'ended', 'dead']),
  queuedAt: time,
  attempts: v.number(),
  attemptedAt: v.optional(time),
  /** Kind of the target that was asked. */
  target: v.optional(text),
  /** The target cannot remove doubles: a call whose end is unknown is never repeated. */
  atMostOnce: v.optional(v.boolean()),
  /** The call may have started a run, nobody knows. */
  doubtful: v.optional(v.boolean()),
  /** The target's own name of the run. */
  reference: v.optional(text),
  startedAt: v.optional(time),
  endedAt: v.optional(time),
  result: v.optional(v.picklist(['succeeded', 'failed', 'unknown'])),
  version: v.optional(text),
  message: v.optional(text),
  /** Why the last call failed. */
  problem: v.optional(text),
});
export type Run = v.InferOutput<typeof runSchema>;
export type Result = NonNullable<Run['result']>;

export const annotationKinds = ['drift alert', 'training started', 'training ended', 'new version'] as const;
export type AnnotationKind = (typeof annotationKinds)[number];

export const incidentSchema = v.object({
  /** The run's id too. */
  id: text,
  namespace: text,
  model: text,
  modelVersion: text,
  openedAt: time,
  closedAt: v.optional(time),
  alerts: v.array(alertSchema),
  /** Absent: the model cools down. */
  run: v.optional(runSchema),
  annotated: v.array(v.picklist(annotationKinds)),
});
export type Incident = v.InferOutput<typeof incidentSchema>;

/** The latest episode of an alert that was heard of. */
const seenSchema = v.object({ startsAt: time, at: time, incident: v.optional(text) });
export type Seen = v.InferOutput<typeof seenSchema>;

export interface State {
  readonly incidents: ReadonlyMap<string, Incident>;
  /** By fingerprint. */
  readonly seen: ReadonlyMap<string, Seen>;
  /** How many runs had which result, by `namespace`, `model` and `result` as a JSON array. */
  readonly totals: ReadonlyMap<string, number>;
}

export const emptyState: State = { incidents: new Map(), seen: new Map(), totals: new Map() };

export const snapshotSchema = v.object({
  incidents: v.array(incidentSchema),
  seen: v.array(v.tuple([text, seenSchema])),
  totals: v.array(v.tuple([text, v.number()])),
});
export type Snapshot = v.InferOutput<typeof snapshotSchema>;

export function toSnapshot(state: State): Snapshot {
  return { incidents: [...state.incidents.values()], seen: [...state.seen], totals: [...state.totals] };
}

export function fromSnapshot(snapshot: Snapshot): State {
  return {
    incidents: new Map(snapshot.incidents.map((incident) => [incident.id, incident])),
    seen: new Map(snapshot.seen),
    totals: new Map(snapshot.totals),
  };
}

/** Without incidents that closed, and alerts that were last heard of, before `before`; what still needs work stays. */
export function forget(state: State, before: number): State {
  const old = (incident: Incident) =>
    incident.closedAt !== undefined &&
    incident.closedAt < before &&
    (incident.run === undefined || (incident.run.endedAt !== undefined && incident.run.endedAt < before));
  const incidents = new Map([...state.incidents].filter(([, incident]) => !old(incident)));
  const seen = new Map(
    [...state.seen].filter(
      ([, { at, incident }]) => at >= before || (incident !== undefined && incidents.has(incident))
    )
  );
  return { ...state, incidents, seen };
}
