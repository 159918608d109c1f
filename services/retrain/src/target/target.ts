import type { RunEnd } from '../incident/decide.ts';
import type { Failure } from '../incident/calls.ts';
import type { Incident } from '../incident/state.ts';

/** What a target is told. */
export interface Order {
  runId: string;
  namespace: string;
  model: string;
  modelVersion: string;
  /** Those whose alerts fired, sorted; empty where alerts name none. */
  features: string[];
  /** Where the pipeline may report its end; absent where the gateway has no address for it. */
  callbackUrl?: string;
  incident: Incident;
}

/** Something that trains. Calls reject with a `CallFailure` where they do not succeed. */
export interface Target {
  readonly kind: 'tekton' | 'kfp' | 'http';
  /** It starts no second run for a run id that it knows. Where false, a run is asked for at most once. */
  readonly idempotent: boolean;
  /** @returns the target's own name of the run, if it tells. */
  start(order: Order): Promise<{ reference?: string }>;
  /** Absent: the end is told by a callback only. */
  readonly watch?: {
    /** Milliseconds between two looks. */
    every: number;
    /** @returns undefined while the run goes on. */
    look(runId: string, reference: string | undefined): Promise<RunEnd | undefined>;
  };
}

export class CallFailure extends Error {
  constructor(readonly failure: Failure) {
    super(failure.problem);
  }
}

export function toOrder(incident: Incident, callbackBase: string | undefined): Order {
  const { id: runId, namespace, model, modelVersion, alerts } = incident;
  const features = [...new Set(alerts.flatMap(({ labels }) => (labels.feature ? [labels.feature] : [])))].sort();
  const callbackUrl = callbackBase && `${callbackBase.replace(/\/+$/, '')}/runs/${runId}/end`;
  return { runId, namespace, model, modelVersion, features, callbackUrl, incident };
}
