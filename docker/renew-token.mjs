// Asks the API server for a new token of a service account and writes it into a Secret. Runs in a pod (deploy/overlays/openshift).
import { readFileSync } from 'node:fs';

const account = process.env.ACCOUNT_FOLDER ?? '/var/run/secrets/kubernetes.io/serviceaccount';
const read = (name) => readFileSync(`${account}/${name}`, 'utf8').trim();

/** @throws Error with the server's own words */
async function call(method, path, { type, body }) {
  const { KUBERNETES_SERVICE_HOST: host, KUBERNETES_SERVICE_PORT: port } = process.env;
  const address = host?.includes(':') ? `[${host}]` : host;
  const reply = await fetch(`https://${address}:${port}/api/v1/namespaces/${read('namespace')}/${path}`, {
    method,
    headers: { 'content-type': type, authorization: `Bearer ${read('token')}` },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(30_000),
  });
  const text = await reply.text();
  if (!reply.ok) {
    throw new Error(`${method} ${path} answered ${reply.status}: ${text.slice(0, 300)}`);
  }
  return JSON.parse(text);
}

try {
  const { SERVICE_ACCOUNT, SECRET, SECRET_KEY, EXPIRATION_SECONDS } = process.env;
  const made = await call('POST', `serviceaccounts/${SERVICE_ACCOUNT}/token`, {
    type: 'application/json',
    body: {
      apiVersion: 'authentication.k8s.io/v1',
      kind: 'TokenRequest',
      spec: { expirationSeconds: Number(EXPIRATION_SECONDS) },
    },
  });
  const { token, expirationTimestamp } = made.status;
  await call('PATCH', `secrets/${SECRET}`, {
    type: 'application/merge-patch+json',
    body: { data: { [SECRET_KEY]: Buffer.from(token).toString('base64') } },
  });
  console.log(`${SECRET} holds a token of ${SERVICE_ACCOUNT} until ${expirationTimestamp}.`);
} catch (error) {
  const cause = error.cause ? ` (${error.cause.message})` : '';
  console.error(`The token was not renewed: ${error.message}${cause}. The old one stays until it expires.`);
  process.exitCode = 1;
}
