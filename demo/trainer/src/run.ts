import * as v from 'valibot';

const text = v.pipe(v.string(), v.minLength(1));

/** What the gateway asks for. */
export const orderSchema = v.object({
  runId: v.pipe(text, v.regex(/^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/), v.maxLength(63)),
  namespace: text,
  model: text,
  modelVersion: text,
  /** Where the end of the run is told. */
  callbackUrl: v.optional(text),
});

export type Order = v.InferOutput<typeof orderSchema>;

/** The pipeline's steps, in order. */
export const stepNames = ['collect', 'train', 'reference', 'deploy', 'window', 'monitors'] as const;
export type StepName = (typeof stepNames)[number];

/** One training: kept in a file, so that an order that comes twice is one run, restarts included. */
export interface Run {
  order: Order;
  /** Version that comes out. */
  version: string;
  state: 'running' | 'succeeded' | 'failed';
  /** The step in hand, or the last. */
  step: StepName;
  /** Epoch milliseconds. */
  startedAt: number;
  endedAt?: number;
  message?: string;
  /** The gateway has been told of the end. */
  told: boolean;
}

/** v1 -> v2; a version without a number at its end gets one. */
export function nextVersion(version: string): string {
  const [, name = version, digits] = /^(.*?)(\d+)$/.exec(version) ?? [];
  return digits === undefined ? `${version}-2` : `${name}${Number(digits) + 1}`;
}
