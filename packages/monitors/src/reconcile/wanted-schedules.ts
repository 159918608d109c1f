import type { Dialect, ScheduleRequest } from '@soundcheck/query';
import type { Monitor, Plan } from '../contract.ts';

/** A schedule that a monitor asks for. */
export interface WantedSchedule extends ScheduleRequest {
  /** The monitor that asks. */
  monitor: string;
}

/** What a service calls a model's input columns: a mean monitor of "all features" asks for each of them. */
export type InputsOf = (model: string) => readonly string[];

/**
 * Level of one feature's test: the rule's own limit where the service publishes a p-value, so that whatever reads the
 * schedule judges as the rule does; else the monitor's level by Bonferroni.
 */
function alphaOf({ limits, level, featureCount }: Monitor, dialect: Dialect): number {
  const own = limits.find((limit) => limit.dialect === dialect && limit.valueIs === 'p_value')?.value;
  return own !== undefined && own > 0 && own < 1 ? own : level / Math.max(1, featureCount);
}

function schedulesOf(monitor: Monitor, dialect: Dialect, inputsOf: InputsOf): WantedSchedule[] {
  const { id, model, metric, batch, features } = monitor;
  const base = { monitor: id, model, metric, requestName: id, batchSize: batch };
  switch (monitor.kind) {
    case 'drift':
      return [
        {
          ...base,
          ...(monitor.reference ? { referenceTag: monitor.reference.tag } : {}),
          ...(features.length > 0 ? { features } : {}),
          alpha: alphaOf(monitor, dialect),
        },
      ];
    case 'fairness':
      return [{ ...base, ...(monitor.fairness ? { fairness: monitor.fairness } : {}) }];
    case 'mean':
      // The service computes one column a schedule.
      return (features.length > 0 ? features : inputsOf(model)).map((feature) => ({ ...base, features: [feature] }));
  }
}

/** The schedules that the plan asks of one namespace's service, in the file's order. */
export function wantedSchedules(
  { monitors }: Plan,
  namespace: string,
  dialect: Dialect,
  inputsOf: InputsOf
): WantedSchedule[] {
  return monitors
    .filter((monitor) => monitor.namespace === namespace)
    .flatMap((monitor) => schedulesOf(monitor, dialect, inputsOf));
}
