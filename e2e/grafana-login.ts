/**
 * With GRAFANA_URL the specs run on a real Grafana, as GRAFANA_USER with GRAFANA_PASSWORD (admin, admin).
 * The preview knows no users.
 */
export function grafanaLogin(): Record<string, string> {
  if (!process.env.GRAFANA_URL) {
    return {};
  }
  const { GRAFANA_USER = 'admin', GRAFANA_PASSWORD = 'admin' } = process.env;
  return { authorization: `Basic ${Buffer.from(`${GRAFANA_USER}:${GRAFANA_PASSWORD}`).toString('base64')}` };
}
