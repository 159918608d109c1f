import * as v from 'valibot';
import type { AnnotationKind, Incident } from '../incident/state.ts';
import { call } from '../target/call.ts';
import type { Credentials } from '../target/call.ts';
import { identity, toAnnotation } from './texts.ts';

export type Annotate = (incident: Incident, kind: AnnotationKind) => Promise<void>;

const foundSchema = v.pipe(v.string(), v.parseJson(), v.array(v.looseObject({})));

/**
 * Writes annotations through Grafana's HTTP API, each once: it looks for the run's tags before. They belong to no
 * dashboard and are shown by tags. Rejects with a CallFailure.
 */
export function grafanaAnnotations(grafana: string, credentials: Credentials): Annotate {
  const url = `${grafana.replace(/\/+$/, '')}/api/annotations`;
  return async (incident, kind) => {
    const query = new URLSearchParams({ type: 'annotation', limit: '1' });
    identity(incident, kind).forEach((tag) => query.append('tags', tag));
    const { body } = await call({ method: 'GET', url: `${url}?${query}`, credentials });
    const found = v.safeParse(foundSchema, body);
    if (found.success && found.output.length > 0) {
      return;
    }
    await call({ method: 'POST', url, body: JSON.stringify(toAnnotation(incident, kind)), credentials });
  };
}
