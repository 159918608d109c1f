import { nativeParts } from '../native/parts.ts';
import { local } from '../parts/context.ts';
import { getText } from '../run/wait-for.ts';
import { getJson } from './ask.ts';
import { readDataSources } from './data-sources.ts';
import { must } from './finding.ts';
import { lokiVersion } from './loki-api.ts';
import { listAt, textAt } from './json.ts';
import { activeAlertmanagers, prometheusVersion, ruleState, targets } from './prometheus-api.ts';
import type { Demo } from '../demo.ts';
import type { NativePart } from '../native/part.ts';
import type { Context } from '../parts/context.ts';
import type { DataSource } from './data-sources.ts';
import type { Find, Finding } from './finding.ts';

/** How each native part says its version over HTTP. */
const askVersion: Record<NativePart['id'], (base: string) => Promise<string | undefined>> = {
  prometheus: prometheusVersion,
  alertmanager: async (base) => textAt(await getJson(`${base}/api/v2/status`), 'versionInfo', 'version'),
  loki: lokiVersion,
};

/** Each part: does it answer, and is it what it should be? */
export function checkParts({ page, ports }: Context, { joined }: Demo, find: Find): Promise<Finding[]> {
  const prometheus = local(ports.prometheus);
  const natives = nativeParts.map(async (part): Promise<Finding> => {
    const found = joined.get(part.id)?.found;
    return found
      ? find(part.title, async () => {
          const version = await askVersion[part.id](local(ports[part.id]));
          must(version === found.version, `it says version ${version}, its program ${found.version}`);
          return `${version}, ${found.origin}`;
        })
      : { what: part.title, state: 'absent', detail: part.without };
  });
  const wiring = [
    find('Prometheus scrapes', async () => {
      const states = [...(await targets(prometheus))];
      const down = states.filter(([, health]) => health !== 'up');
      must(
        down.length === 0 && states.length > 0,
        down.map(([job, health]) => `${job}: ${health}`).join('; ') || 'nothing'
      );
      return states.map(([job]) => job).join(', ');
    }),
    find('Prometheus rules', async () => {
      const { rules, bad } = await ruleState(prometheus);
      must(rules > 0 && bad.length === 0, bad.join('; ') || 'there are none');
      return `${rules} rules, all evaluated`;
    }),
  ];
  const alerting = find('Prometheus finds Alertmanager', async () => {
    must((await activeAlertmanagers(prometheus)) > 0, 'it has no Alertmanager to send to');
    return 'yes';
  });
  const absent = nativeParts.filter(({ id }) => !joined.has(id)).map(({ id }): string => id);
  const sources = readDataSources().filter(({ type }) => !absent.includes(type));
  return Promise.all([
    ...demoParts(page, ports, find),
    ...sources.map((source) => checkDataSource(source, local(page), find)),
    ...natives,
    ...(joined.has('prometheus') ? wiring : []),
    ...(joined.has('prometheus') && joined.has('alertmanager') ? [alerting] : []),
  ]);
}

/** Grafana's own "Save & test" of a data source, as the page answers it. */
function checkDataSource({ name, uid }: DataSource, page: string, find: Find): Promise<Finding> {
  return find(`data source ${name}`, async () => {
    // 400: the health itself is bad, and says why.
    const health = await getJson(`${page}/api/datasources/uid/${uid}/health`, [400]);
    const message = textAt(health, 'message') ?? 'it says nothing';
    must(textAt(health, 'status') === 'OK', message);
    return message;
  });
}

function demoParts(page: number, ports: Context['ports'], find: Find): Promise<Finding>[] {
  return [
    find('page', async () => {
      const html = await getText(local(page, '/'));
      must(html.includes('<script'), 'it is not the page that was built');
      const problems = listAt(await getJson(local(page, '/api/health')), 'problems').map(String);
      must(problems.length === 0, problems.join('; '));
      return 'answers, nothing wrong with plugins and provisioning';
    }),
    find('TrustyAI emulator', async () => {
      await getText(local(ports.emulator, '/q/health'));
      const metrics = await getText(local(ports.emulator, '/q/metrics'));
      const published = metrics.split('\n').filter((line) => line.startsWith('trustyai_')).length;
      must(published > 1, 'it publishes no metrics');
      return `healthy, publishes ${published} numbers`;
    }),
    find('model server', async () => {
      const metrics = await getText(local(ports.model, '/metrics'));
      must(metrics.includes('ovms_requests_success'), 'it publishes no request count');
      return 'publishes its metrics';
    }),
  ];
}
