// Gets the gateway a token of Grafana for its annotations, once, with the administrator's password. For docker-compose.yml.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

const { GRAFANA = 'http://grafana:3000', TOKEN_FILE = '/token/grafana' } = process.env;
const name = 'soundcheck-retrain';
const password = process.env.GF_SECURITY_ADMIN_PASSWORD ?? '';
const basic = `Basic ${Buffer.from(`admin:${password}`).toString('base64')}`;

/** @throws Error with Grafana's own words */
async function call(path, { authorization = basic, body } = {}) {
  const reply = await fetch(`${GRAFANA}/api/${path}`, {
    method: body ? 'POST' : 'GET',
    headers: { authorization, ...(body && { 'content-type': 'application/json' }) },
    body: body && JSON.stringify(body),
    signal: AbortSignal.timeout(30_000),
  });
  const text = await reply.text();
  if (!reply.ok) {
    throw new Error(`${path} answered ${reply.status}: ${text.slice(0, 300)}`);
  }
  return JSON.parse(text);
}

async function works(token) {
  return call('annotations?limit=1', { authorization: `Bearer ${token}` }).then(
    () => true,
    () => false
  );
}

async function accountId() {
  const { serviceAccounts } = await call(`serviceaccounts/search?query=${name}`);
  const found = serviceAccounts.find((account) => account.name === name);
  return (found ?? (await call('serviceaccounts', { body: { name, role: 'Editor' } }))).id;
}

try {
  if (!existsSync(TOKEN_FILE) || !(await works(readFileSync(TOKEN_FILE, 'utf8')))) {
    const body = { name: `annotations ${new Date().toISOString()}` };
    const { key } = await call(`serviceaccounts/${await accountId()}/tokens`, { body });
    writeFileSync(TOKEN_FILE, key, { mode: 0o444 });
  }
  console.log('The gateway has a token for annotations.');
} catch (error) {
  console.error(`The gateway gets no token for annotations: ${error.message}`);
  process.exitCode = 1;
}
