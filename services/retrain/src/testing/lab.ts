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

/**
 * An EventListener with the lab's alert trigger: the body must have `receiver`, application and version are the first two
 * parts of `commonLabels.alertname` split at "-"; its PipelineRun is named by the run id, and names are unique.
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
    const { receiver, commonLabels, soundcheck } = JSON.parse(body);
    const [application, version] = commonLabels.alertname.split('-');
    if (
      receiver !== undefined &&
      application &&
      version &&
      pipelineRuns.every(({ name }) => name !== soundcheck.runId)
    ) {
      pipelineRuns.push({ name: soundcheck.runId, application, version, namespace: soundcheck.namespace });
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
