import { stringify } from 'yaml';
import type { Ports } from '../ports.ts';
import type { Pace } from './pace.ts';
import type { Scenario } from './scenario.ts';

/** Labels of each job's series, in history and live alike. */
export function jobLabels(scenario: Scenario) {
  return {
    trustyai: { job: 'trustyai-service', namespace: scenario.namespace, instance: 'trustyai-service' },
    model: { job: 'model-server', namespace: scenario.namespace, instance: scenario.instance },
  };
}

/** What prometheus.yml depends on. */
export interface Scraping {
  scenario: Scenario;
  ports: Ports;
  pace: Pace;
  /** Absolute paths; the last part may be a pattern. */
  ruleFiles: string[];
  /** Whether the gateway runs. */
  retraining: boolean;
}

/** prometheus.yml. */
export function prometheusFile({ scenario, ports, pace, ruleFiles, retraining }: Scraping): string {
  const labels = jobLabels(scenario);
  const job = (of: { job: string; namespace: string; instance: string }, port: number, path: string) => ({
    job_name: of.job,
    metrics_path: path,
    static_configs: [{ targets: [`127.0.0.1:${port}`], labels: { namespace: of.namespace, instance: of.instance } }],
  });
  return stringify({
    global: {
      scrape_interval: `${pace.scrape}s`,
      scrape_timeout: `${Math.min(4, pace.scrape)}s`,
      evaluation_interval: `${pace.evaluation}s`,
    },
    rule_files: ruleFiles,
    alerting: { alertmanagers: [{ static_configs: [{ targets: [`127.0.0.1:${ports.alertmanager}`] }] }] },
    scrape_configs: [
      job(labels.trustyai, ports.emulator, '/q/metrics'),
      job(labels.model, ports.model, '/metrics'),
      // Its series name the namespaces of the models: the target has none of its own.
      ...(retraining
        ? [{ job_name: 'soundcheck-retrain', static_configs: [{ targets: [`127.0.0.1:${ports.gateway}`] }] }]
        : []),
    ],
  });
}
