import * as v from 'valibot';
import { alertSchema, annotationKinds } from './state.ts';

/** What happened: the lines of the journal. They hold decisions, not inputs, so a changed configuration rewrites no past. */

const incident = v.string();
const at = v.number();

export const eventSchema = v.variant('kind', [
  /** The first firing alerts of an incident; `run` false while the model cools down. */
  v.object({
    kind: v.literal('opened'),
    incident,
    at,
    namespace: v.string(),
    model: v.string(),
    modelVersion: v.string(),
    alerts: v.array(alertSchema),
    run: v.boolean(),
  }),
  /** A further alert, or a further episode of a known one. */
  v.object({ kind: v.literal('joined'), incident, at, alert: alertSchema }),
  v.object({ kind: v.literal('doubted'), incident, at, fingerprint: v.string() }),
  v.object({ kind: v.literal('resolved'), incident, at, fingerprint: v.string(), endsAt: v.number() }),
  /** The end of an episode whose beginning never arrived. */
  v.object({ kind: v.literal('missed'), at, fingerprint: v.string(), startsAt: v.number() }),
  v.object({ kind: v.literal('closed'), incident, at }),
  /** A run is due: the cool-down is over, or a person asks for another try. */
  v.object({ kind: v.literal('queued'), incident, at }),
  v.object({ kind: v.literal('calling'), incident, at, target: v.string(), atMostOnce: v.boolean() }),
  v.object({ kind: v.literal('started'), incident, at, reference: v.optional(v.string()) }),
  v.object({ kind: v.literal('postponed'), incident, at, problem: v.string() }),
  v.object({ kind: v.literal('died'), incident, at, problem: v.string(), doubtful: v.boolean() }),
  v.object({
    kind: v.literal('ended'),
    incident,
    at,
    result: v.picklist(['succeeded', 'failed', 'unknown']),
    version: v.optional(v.string()),
    message: v.optional(v.string()),
  }),
  v.object({ kind: v.literal('annotated'), incident, at, annotation: v.picklist(annotationKinds) }),
]);
export type Event = v.InferOutput<typeof eventSchema>;
