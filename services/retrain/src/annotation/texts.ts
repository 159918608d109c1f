import type { AnnotationKind, Incident } from '../incident/state.ts';

/** Grafana's form of an annotation; times are epoch milliseconds. */
export interface Annotation {
  time: number;
  /** Makes it a region. */
  timeEnd?: number;
  tags: string[];
  text: string;
}

/** Tags by which an annotation is found again. */
export function identity(incident: Incident, kind: AnnotationKind): string[] {
  return [`run:${incident.id}`, kind];
}

export function toAnnotation(incident: Incident, kind: AnnotationKind): Annotation {
  const { namespace, model, run } = incident;
  const tags = ['soundcheck', 'retraining', `model:${model}`, `namespace:${namespace}`, ...identity(incident, kind)];
  const startedAt = run?.startedAt ?? incident.openedAt;
  const endedAt = run?.endedAt ?? startedAt;
  switch (kind) {
    case 'drift alert': {
      const time = Math.min(...incident.alerts.map(({ startsAt }) => startsAt));
      return { time, tags, text: `Drift alert: ${subject(incident)}${features(incident)}` };
    }
    case 'training started':
      return { time: startedAt, tags, text: `Training started: ${subject(incident)}, run ${incident.id}` };
    case 'training ended': {
      const said = run?.message ? `: ${run.message}` : '';
      const text = `Training ended (${run?.result ?? 'unknown'}): ${subject(incident)}, run ${incident.id}${said}`;
      return { time: startedAt, timeEnd: endedAt, tags, text };
    }
    case 'new version':
      return { time: endedAt, tags, text: `New version ${run?.version ?? ''} of ${model} in ${namespace}` };
  }
}

function subject({ namespace, model, modelVersion }: Incident): string {
  return `${model}${modelVersion ? ` ${modelVersion}` : ''} in ${namespace}`;
}

function features({ alerts }: Incident): string {
  const names = [...new Set(alerts.flatMap(({ labels }) => (labels.feature ? [labels.feature] : [])))].sort();
  return names.length > 0 ? `; features: ${names.join(', ')}` : '';
}
