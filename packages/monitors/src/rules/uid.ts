import { createHash } from 'node:crypto';
import type { RuleKind } from '../contract.ts';

/**
 * A name for Grafana that stays while the rule is about the same thing: limits, texts and engines may change, the uid does
 * not. 12 hex digits of SHA-256 keep odd names and their length out.
 */
export function uidOf(kind: RuleKind, about: readonly string[]): string {
  const digest = createHash('sha256').update(JSON.stringify([kind, ...about]));
  return `${kind}-${digest.digest('hex').slice(0, 12)}`;
}
