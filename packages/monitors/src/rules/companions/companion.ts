import type { Engine, MessagePart, Monitor, NamespacePlan, Plan, Rule, RuleKind, Severity } from '../../contract.ts';

/** A model in a namespace, watched by at least one monitor. */
export interface Watched {
  plan: Plan;
  namespace: NamespacePlan;
  model: string;
  modelVersion: string;
  /** In the file's order; the first decides engine and application. */
  monitors: Monitor[];
  engine: Engine;
  application: string;
  /** The shortest of its monitors. */
  noDataSeconds: number;
  staleSeconds: number;
}

/** What differs from companion to companion. */
export interface Companion {
  kind: RuleKind;
  expr: string;
  valueExpr?: string;
  forSeconds: number;
  severity: Severity;
  summary: MessagePart[];
  description: MessagePart[];
}

/** `<application>-<kind without "-">`, with the monitor's id where it is about one. */
export function companionName(application: string, kind: RuleKind, monitorId?: string): string {
  const written = `${application}-${kind.replaceAll('-', '')}`;
  return monitorId === undefined ? written : `${written}-${monitorId}`;
}

/** A rule from a companion's own part and what all of one place share. */
export function asRule(
  { kind, summary, description, severity, ...rest }: Companion,
  shared: Pick<Rule, 'uid' | 'name' | 'namespace' | 'engine' | 'labels' | 'annotations' | 'dashboard'>
): Rule {
  return {
    kind,
    ...shared,
    ...rest,
    labels: { ...shared.labels, soundcheck: kind, severity },
    annotations: { summary, description, ...shared.annotations },
  };
}
