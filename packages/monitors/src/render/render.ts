import { alertmanagerConfig } from '../alertmanager/alertmanager-config.ts';
import { alertmanagerConfiguration, SECRETS_FOLDER } from '../alertmanager/alertmanager-file.ts';
import { inUtc } from '../alertmanager/mutes.ts';
import { alertmanagerSecrets } from '../alertmanager/secrets.ts';
import type { NamespacePlan, Plan, RenderedFile, Rule } from '../contract.ts';
import { clusterFiles } from '../deploy/cluster-files.ts';
import { GRAFANA_FILE, grafanaFile } from '../grafana/alerting-file.ts';
import { prometheusRule } from '../namespaces/prometheus-rule.ts';
import { ABOUT_RECONCILE, reconcileObjects } from '../namespaces/reconcile-job.ts';
import { secretCommands } from '../namespaces/secret-commands.ts';
import { ABOUT_SERVICE_MONITOR, serviceMonitor } from '../namespaces/service-monitor.ts';
import { prometheusRules, rulesFile } from '../prometheus/rules-file.ts';
import { rulesOf } from '../rules/rules.ts';
import { HEADER, yamlText } from './yaml-text.ts';

export interface RenderInputs {
  /** Text of monitors.yaml: the CronJob reads the same file. */
  source: string;
  /** Tag of this repository's images. */
  version: string;
  /** Where Alertmanager finds its secrets, unless it is the container's folder. */
  secrets?: string;
  /** Texts of provisioning/ by path below it, without the file that `render` writes there. */
  provisioning: ReadonlyMap<string, string>;
}

/** Parts of the output that can be asked for alone. */
export const PARTS = ['grafana', 'prometheus', 'alertmanager', 'namespaces', 'deploy'] as const;

export type Part = (typeof PARTS)[number];

/** Which part a rendered file belongs to. */
export function partOf(path: string): Part {
  const parts: Array<[string, Part]> = [
    ['provisioning/', 'grafana'],
    ['deploy/prometheus/', 'prometheus'],
    ['deploy/alertmanager/', 'alertmanager'],
    ['deploy/namespaces/', 'namespaces'],
  ];
  return parts.find(([folder]) => path.startsWith(folder))?.[1] ?? 'deploy';
}

function alertmanagerText({ notify }: Plan, folder = SECRETS_FOLDER): string {
  const files = alertmanagerSecrets(notify);
  const about = [
    `Alertmanager fills in no variables: it reads secrets, and addresses that differ, from files below ${folder}:`,
    ...files.map(({ key, template }) => `  ${key}: ${template}`),
  ];
  return yamlText([alertmanagerConfiguration(notify, folder)], files.length > 0 ? about : []);
}

function alertmanagerConfigText(namespace: string, { notify }: Plan): string {
  const leftOut = notify.mutes.filter((mute) => !inUtc(mute));
  return yamlText(
    [alertmanagerConfig(namespace, notify)],
    leftOut.map(
      ({ name, location }) => `Left out: the window ${name} in ${location}. AlertmanagerConfig knows UTC only.`
    )
  );
}

function namespaceFiles(namespace: NamespacePlan, plan: Plan, inputs: RenderInputs): RenderedFile[] {
  const { name } = namespace;
  const file = (base: string, text: string) => ({ path: `deploy/namespaces/${name}/${base}.yaml`, text });
  const rules = prometheusRules(plan, name);
  return [
    file('alertmanager-config', alertmanagerConfigText(name, plan)),
    file('prometheus-rule', yamlText([prometheusRule(name, plan.prometheus.ruleLabels, rules)])),
    file('reconcile', yamlText(reconcileObjects(namespace, plan, inputs), ABOUT_RECONCILE)),
    file('secret', yamlText([], secretCommands(namespace, plan))),
    file('service-monitor', yamlText([serviceMonitor(namespace)], ABOUT_SERVICE_MONITOR)),
  ];
}

/**
 * Everything that follows from a plan, as files below an output folder. The same plan and inputs give the same bytes.
 * @throws Error in a sentence where provisioning/ holds what a cluster cannot carry
 */
export function render(plan: Plan, inputs: RenderInputs): RenderedFile[] {
  const rules: Rule[] = rulesOf(plan);
  const grafana = { path: GRAFANA_FILE, text: grafanaFile(plan, rules) };
  const namespaces = plan.namespaces.flatMap((namespace) => namespaceFiles(namespace, plan, inputs));
  const files = [
    grafana,
    ...plan.namespaces.map(({ name }) => ({
      path: `deploy/prometheus/${name}.rules.yml`,
      text: `${HEADER}\n${rulesFile(plan, name)}`,
    })),
    { path: 'deploy/alertmanager/alertmanager.yml', text: alertmanagerText(plan, inputs.secrets) },
    ...namespaces,
    ...clusterFiles({
      plan,
      // What a cluster's Grafana gets is what stands there now, not what stood there before.
      provisioning: new Map([...inputs.provisioning, [GRAFANA_FILE.replace('provisioning/', ''), grafana.text]]),
      version: inputs.version,
      rendered: namespaces,
    }),
  ];
  return files.sort((a, b) => (a.path < b.path ? -1 : 1));
}
