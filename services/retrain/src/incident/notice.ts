/** One alert of a webhook call, judged by itself; times are epoch milliseconds. */
export interface Notice {
  fingerprint: string;
  status: 'firing' | 'resolved';
  startsAt: number;
  /** Meaningless while firing. */
  endsAt: number;
  labels: Record<string, string>;
  summary?: string;
  /** `grafana_state_reason`: why Grafana changed the state, where the rule's result was not the reason. */
  reason?: string;
}

/** What became of a notice. */
export const outcomes = [
  'opened',
  'joined',
  'duplicate',
  'resolved',
  'doubted',
  'unknown',
  'not for retraining',
  'no verdict',
  'without model',
] as const;
export type Outcome = (typeof outcomes)[number];

export interface Accepted {
  fingerprint: string;
  incident?: string;
  outcome: Outcome;
}
