import { config, getBackendSrv } from '@grafana/runtime';
import * as v from 'valibot';
import { messageOf } from '../shell/use-loaded.ts';

const text = v.optional(v.string(), '');
const words = v.optional(v.record(v.string(), v.string()), {});
const alertSchema = v.object({ state: text, labels: words, annotations: words, activeAt: text, value: text });
const ruleSchema = v.object({
  name: v.string(),
  type: v.string(),
  state: text,
  query: text,
  lastError: text,
  labels: words,
  annotations: words,
  alerts: v.optional(v.array(alertSchema), []),
});
const groupSchema = v.object({ name: v.string(), rules: v.array(ruleSchema) });
const rulesSchema = v.object({ data: v.object({ groups: v.array(groupSchema) }) });
const alertmanagerSchema = v.array(v.object({ status: v.object({ state: v.string() }) }));

/** An alert of a rule: one set of labels for which its expression holds. */
export type ActiveAlert = v.InferOutput<typeof alertSchema>;

export interface Rule {
  id: string;
  /** As Prometheus says: firing, pending, inactive or unknown. */
  state: string;
  name: string;
  group: string;
  source: string;
  summary: string;
  query: string;
  alerts: ActiveAlert[];
}

export interface AlertList {
  rules: Rule[];
  /** One sentence for each Alertmanager data source. */
  notes: string[];
  problems: string[];
}

/** The alert rules of each Prometheus data source; one that does not answer leaves the others' alone. */
export async function loadAlerts(): Promise<AlertList> {
  const sources = Object.values(config.datasources);
  const lists = await Promise.all(
    sources.map(({ uid, name, type }) =>
      load(uid, name, type).catch((error: unknown) => ({ problems: [messageOf(error)] }))
    )
  );
  const list: AlertList = { rules: [], notes: [], problems: [] };
  for (const one of lists) {
    list.rules.push(...('rules' in one ? one.rules : []));
    list.notes.push(...('notes' in one ? one.notes : []));
    list.problems.push(...('problems' in one ? one.problems : []));
  }
  return list;
}

async function load(uid: string, source: string, type: string): Promise<{ rules: Rule[] } | { notes: string[] }> {
  if (type === 'prometheus') {
    const reply = v.parse(rulesSchema, await getBackendSrv().get(`/api/prometheus/${uid}/api/v1/rules`));
    return { rules: reply.data.groups.flatMap((group) => rulesOf(group, source)) };
  }
  if (type === 'alertmanager') {
    const alerts = v.parse(alertmanagerSchema, await getBackendSrv().get(`/api/alertmanager/${uid}/api/v2/alerts`));
    const quiet = alerts.filter(({ status }) => status.state === 'suppressed').length;
    return { notes: [`${source} holds ${alerts.length} alerts, ${quiet} of them silenced or inhibited.`] };
  }
  return { notes: [] };
}

function rulesOf({ name: group, rules }: v.InferOutput<typeof groupSchema>, source: string): Rule[] {
  return rules
    .filter(({ type }) => type === 'alerting')
    .map(({ name, state, alerts, annotations, lastError, query }, index) => ({
      id: `${source}/${group}/${index}`,
      state: state || 'unknown',
      name,
      group,
      source,
      query,
      alerts,
      summary: lastError || summaryOf(annotations) || query,
    }));
}

export function summaryOf(annotations: Record<string, string>): string {
  return annotations['summary'] ?? annotations['description'] ?? '';
}
