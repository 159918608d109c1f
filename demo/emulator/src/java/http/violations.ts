import { Refusal, json } from './reply.ts';

export interface Violation {
  field: string;
  message: string;
}

/** Collects what is wrong with a request. `parameter` is `<method>.<parameter>` of the service's own handler. */
export class Violations {
  private readonly found: Violation[] = [];
  private readonly parameter: string;

  constructor(parameter: string) {
    this.parameter = parameter;
  }

  /** Notes a violation of the whole request or, with a path below it, of one part. */
  add(message: string, ...path: string[]): void {
    this.found.push({ field: [this.parameter, ...path].join('.'), message });
  }

  /** Throws a 400 if there was any; `summary` is the service's generic sentence that goes with them. */
  throwIfAny(summary?: string): void {
    if (this.found.length > 0) throw this.refusal(summary);
  }

  /** The 400 with what was found. */
  refusal(summary?: string): Refusal {
    const violations = [...this.found, ...(summary === undefined ? [] : [{ field: this.parameter, message: summary }])];
    return new Refusal(json({ title: 'Constraint Violation', status: 400, violations }, 400));
  }
}

export function noMetadata(modelId: string | null): string {
  const hint = 'This can happen if TrustyAI has not yet logged any inferences from this model.';
  return `No metadata found for model=${modelId}. ${hint}`;
}
