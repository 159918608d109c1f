import { startStub } from './stub.ts';
import type { Stub } from './stub.ts';

/** A PipelineRun that the listener's template would make. */
export interface PipelineRun {
  name: string;
  application: string;
  version: string;
  namespace: string;
}

export interface Listener extends Stub {
  pipelineRuns: PipelineRun[];
  /** Turns it off and on; off, it answers 503 as a route without endpoints does. */
  up: boolean;
}

interface ListenerBody {
  receiver?: string;
  commonLabels: { alertname: string };
  alerts: Array<{ status: string; labels: Record<string, string> }>;
  soundcheck: { runId: string; namespace: string };
}

/** What the lab's trigger asks of a body, and what the hardened one of deploy/tekton asks besides. */
function isWanted({ receiver, commonLabels, alerts, soundcheck }: ListenerBody): boolean {
  return (
    receiver !== undefined &&
    commonLabels.alertname.split('-').length >= 2 &&
    alerts.some(({ status, labels }) => status === 'firing' && labels.retrain === 'true') &&
    /^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/.test(soundcheck.runId)
  );
}

/**
 * An EventListener with the lab's alert trigger: application and version are the first two parts of
 * `commonLabels.alertname` split at "-"; its PipelineRun is named by the run id, and names are unique.
 */
export async function startListener(token: string): Promise<Listener> {
  const pipelineRuns: PipelineRun[] = [];
  const stub = await startStub(({ headers, body }) => {
    if (!listener.up) {
      return { status: 503 };
    }
    if (headers.authorization !== `Bearer ${token}`) {
      return { status: 401, body: { error: 'unauthorized' } };
    }
    const call: ListenerBody = JSON.parse(body);
    const { runId, namespace } = call.soundcheck;
    const [application = '', version = ''] = call.commonLabels.alertname.split('-');
    if (isWanted(call) && pipelineRuns.every(({ name }) => name !== runId)) {
      pipelineRuns.push({ name: runId, application, version, namespace });
    }
    return { status: 202, body: { eventListener: 'ct-listener', eventID: 'e-1' } };
  });
  const listener: Listener = { ...stub, pipelineRuns, up: true };
  return listener;
}

export interface StoredAnnotation {
  time: number;
  timeEnd?: number;
  tags: string[];
  text: string;
}

export interface Grafana extends Stub {
  annotations: StoredAnnotation[];
  /** Turned off, it answers 500. */
  up: boolean;
}

/** Grafana's annotation API: finds those that have all of the asked tags. */
export async function startGrafana(): Promise<Grafana> {
  const annotations: StoredAnnotation[] = [];
  const stub = await startStub(({ method, url, body }) => {
    if (!grafana.up) {
      return { status: 500, body: { message: 'database is locked' } };
    }
    const { pathname, searchParams } = new URL(url, 'http://grafana');
    if (pathname !== '/api/annotations') {
      return { status: 404, body: { message: 'Not found' } };
    }
    if (method === 'POST') {
      annotations.push(JSON.parse(body));
      return { status: 200, body: { message: 'Annotation added', id: annotations.length } };
    }
    const asked = searchParams.getAll('tags');
    return { status: 200, body: annotations.filter(({ tags }) => asked.every((tag) => tags.includes(tag))) };
  });
  const grafana: Grafana = { ...stub, annotations, up: true };
  return grafana;
}
