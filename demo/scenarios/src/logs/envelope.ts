import { podsOf } from './pods.ts';
import type { Source } from './pods.ts';

export type Level = 'debug' | 'info' | 'warn' | 'error' | 'default';

/** What a container printed, and when. */
export interface LogLine {
  /** Epoch milliseconds. */
  at: number;
  from: Source;
  /** "default": nothing in the line says it. */
  level: Level;
  message: string;
}

/** A line as OpenShift's collector hands it to Loki: one JSON object with what Kubernetes knows around the message. */
export function envelope({ model, namespace }: { model: string; namespace: string }, line: LogLine): string {
  const pod = podsOf(model)[line.from];
  return JSON.stringify({
    '@timestamp': new Date(line.at).toISOString(),
    hostname: pod.node,
    kubernetes: {
      annotations: { 'openshift.io/scc': 'restricted-v2' },
      container_name: pod.container,
      labels: pod.labels,
      namespace_name: namespace,
      pod_name: pod.name,
    },
    level: line.level,
    log_type: 'application',
    message: line.message,
  });
}

/** Where and when a line of such JSON goes in Loki. */
export interface Entry {
  labels: Record<string, string>;
  /** Nanoseconds since the epoch, in digits. */
  nanoseconds: string;
  line: string;
}

/** @returns undefined where the line is no such envelope */
export function entryOf(line: string): Entry | undefined {
  const envelope = parsed(line);
  const kubernetes = new Map(fieldsOf(envelope.get('kubernetes')));
  const at = Date.parse(String(envelope.get('@timestamp')));
  if (kubernetes.size === 0 || Number.isNaN(at)) {
    return undefined;
  }
  return {
    labels: {
      log_type: String(envelope.get('log_type')),
      kubernetes_namespace_name: String(kubernetes.get('namespace_name')),
      kubernetes_pod_name: String(kubernetes.get('pod_name')),
      kubernetes_container_name: String(kubernetes.get('container_name')),
    },
    nanoseconds: `${at}000000`,
    line,
  };
}

function parsed(line: string): Map<string, unknown> {
  try {
    return new Map(fieldsOf(JSON.parse(line)));
  } catch {
    return new Map();
  }
}

function fieldsOf(value: unknown): [string, unknown][] {
  return typeof value === 'object' && value !== null ? Object.entries(value) : [];
}
