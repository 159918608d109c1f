import { stringify } from 'yaml';
import type { Ports } from '../ports.ts';
import type { Scenario } from './scenario.ts';

/** Labels of each job's series, in history and live alike. */
export function jobLabels(scenario: Scenario) {
  return {
    trustyai: { job: 'trustyai-service', namespace: scenario.namespace, instance: 'trustyai-service' },
    model: { job: 'model-server', namespace: scenario.namespace, instance: scenario.instance },
  };
}

/**
 * prometheus.yml.
 * @param ruleFiles absolute paths
 */
export function prometheusFile(scenario: Scenario, ports: Ports, ruleFiles: string[]): string {
  const labels = jobLabels(scenario);
  const job = (of: { job: string; namespace: string; instance: string }, port: number, path: string) => ({
    job_name: of.job,
    metrics_path: path,
    static_configs: [{ targets: [`127.0.0.1:${port}`], labels: { namespace: of.namespace, instance: of.instance } }],
  });
  return stringify({
    global: { scrape_interval: '5s', scrape_timeout: '4s', evaluation_interval: '15s' },
    rule_files: ruleFiles,
    alerting: { alertmanagers: [{ static_configs: [{ targets: [`127.0.0.1:${ports.alertmanager}`] }] }] },
    scrape_configs: [job(labels.trustyai, ports.emulator, '/q/metrics'), job(labels.model, ports.model, '/metrics')],
  });
}
