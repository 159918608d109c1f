import { quoteRegex, quoteString } from '../promql/escape.ts';

/** Whose logs. LogQL's strings are Go's, as PromQL's are: one way of quoting fits both. */
export interface LogScope {
  namespace: string;
  model: string;
}

/** KServe names the pods of a model after it, charts those of its user interface; the operator calls TrustyAI's this. */
const trustyaiPods = 'trustyai-service-.*';

function streams(namespace: string, pods: string): string {
  const matchers = [`kubernetes_namespace_name=${quoteString(namespace)}`, `kubernetes_pod_name=~${quoteString(pods)}`];
  return `{log_type="application", ${matchers.join(', ')}}`;
}

/** The streams of a model: its server's, its user interface's and TrustyAI's, under the labels of OpenShift Logging. */
export function modelLogs({ namespace, model }: LogScope): string {
  return streams(namespace, `${quoteRegex(model)}-.*|${trustyaiPods}`);
}

/** The streams of a model without TrustyAI's. */
export function servingLogs({ namespace, model }: LogScope): string {
  return streams(namespace, `${quoteRegex(model)}-.*`);
}

export function trustyaiLogs({ namespace }: Pick<LogScope, 'namespace'>): string {
  return streams(namespace, trustyaiPods);
}

/**
 * Takes the message out of the JSON around it, where there is any, and colour codes out of the message. They are escaped
 * in JSON, so that `decolorize` finds them only afterwards. The collector's level stays as a label.
 */
export const MESSAGE =
  '| json level="level", message="message" | line_format `{{ or .message __line__ }}` | decolorize ' +
  '| drop message, __error__, __error_details__';
