import { run } from './command.ts';
import { call } from './http.ts';
import type { Config } from './config.ts';

type Where = Pick<Config, 'programs' | 'monitors' | 'rendered' | 'prometheus' | 'grafana'>;

/** Makes the rules that are evaluated follow monitors.yaml: written anew, and read anew. @throws Error with a sentence */
export async function renewRules({ programs, monitors, rendered, prometheus, grafana }: Where): Promise<void> {
  const parts = ['prometheus', ...(grafana === undefined ? [] : ['grafana'])];
  const only = parts.flatMap((part) => ['--only', part]);
  await run(programs.soundcheck, ['render', '--file', monitors, '--out', rendered, ...only], {});
  await call('POST', `${prometheus}/-/reload`);
  if (grafana !== undefined) {
    const basic = Buffer.from(`admin:${process.env.GF_SECURITY_ADMIN_PASSWORD ?? ''}`).toString('base64');
    await call('POST', `${grafana}/api/admin/provisioning/alerting/reload`, { authorization: `Basic ${basic}` });
  }
}
