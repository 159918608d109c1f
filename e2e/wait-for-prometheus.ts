import { demoUrl } from './addresses.ts';
import { grafanaLogin } from './grafana-login.ts';

const limitMinutes = 20;

/** The page is up before Prometheus, which the first start on a machine builds. The specs need its week of history. */
export default async function waitForPrometheus(): Promise<void> {
  const url = `${process.env.GRAFANA_URL ?? demoUrl}/api/datasources/proxy/uid/soundcheck-prometheus/api/v1/query?query=up`;
  const until = Date.now() + limitMinutes * 60_000;
  let last = '';
  while (Date.now() < until) {
    try {
      const reply = await fetch(url, { headers: grafanaLogin() });
      last = await reply.text();
      if (reply.ok && last.includes('trustyai-service')) {
        return;
      }
    } catch (error) {
      last = String(error);
    }
    await new Promise((resolve) => setTimeout(resolve, 2000));
  }
  throw new Error(`Prometheus was not ready within ${limitMinutes} minutes. Its last answer: ${last.slice(0, 300)}`);
}
