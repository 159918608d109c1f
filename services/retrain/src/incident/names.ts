import { createHash } from 'node:crypto';
import type { Incident, State } from './state.ts';

/** Whose incident it is. */
export interface Subject {
  namespace: string;
  model: string;
  modelVersion: string;
}

/**
 * `<model>-<12 hex digits>`: an id made from the subject and its first alert, the same however often and wherever it is made.
 * A valid Kubernetes name (RFC 1123 label, at most 63 characters).
 */
export function makeRunId(subject: Subject, first: { fingerprint: string; startsAt: number }): string {
  const origin = JSON.stringify([
    subject.namespace,
    subject.model,
    subject.modelVersion,
    first.fingerprint,
    first.startsAt,
  ]);
  const digits = createHash('sha256').update(origin).digest('hex').slice(0, 12);
  const readable = subject.model
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 50)
    .replace(/^-+|-+$/g, '');
  return `${readable || 'model'}-${digits}`;
}

export function sameSubject(a: Subject, b: Subject): boolean {
  return a.namespace === b.namespace && a.model === b.model && a.modelVersion === b.modelVersion;
}

export function findOpen(state: State, subject: Subject): Incident | undefined {
  return [...state.incidents.values()].find(
    (incident) => incident.closedAt === undefined && sameSubject(incident, subject)
  );
}
