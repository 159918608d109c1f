import { stringify } from 'yaml';

/** alertmanager.yml: groups alerts by model and sends them nowhere yet; its own page shows them. */
export function alertmanagerFile(): string {
  return stringify({
    route: {
      receiver: 'nobody',
      group_by: ['alertname', 'namespace', 'model'],
      group_wait: '10s',
      group_interval: '1m',
    },
    receivers: [{ name: 'nobody' }],
  });
}
