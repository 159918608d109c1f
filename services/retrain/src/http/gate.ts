import type { Command, Decision } from '../incident/decide.ts';
import type { Outcome } from '../incident/notice.ts';
import type { Rules } from '../incident/rules.ts';
import type { State } from '../incident/state.ts';

/** What the HTTP interface needs of the gateway. */
export interface Gate {
  rules: Rules;
  state(): State;
  /** Rejects where the journal cannot be written. */
  submit(command: Command): Promise<Decision>;
  /** Rejects where the journal cannot be written. */
  check(): Promise<void>;
  count(outcome: Outcome | 'truncated', by?: number): void;
  metrics(): Promise<{ contentType: string; text: string }>;
}
