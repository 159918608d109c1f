import { request } from 'node:https';
import * as v from 'valibot';

const keyRef = v.object({ name: v.string(), key: v.string() });
const spec = v.object({
  valuesFrom: v.array(
    v.object({
      targetPath: v.string(),
      valueFrom: v.object({ secretKeyRef: v.optional(keyRef), configMapKeyRef: v.optional(keyRef) }),
    })
  ),
  datasource: v.object({
    url: v.string(),
    jsonData: v.looseObject({
      httpMethod: v.picklist(['GET', 'POST']),
      httpHeaderName1: v.string(),
      customQueryParameters: v.optional(v.string(), ''),
      tlsAuthWithCACert: v.literal(true),
    }),
    secureJsonData: v.record(v.string(), v.string()),
  }),
});

/** Values of the cluster's Secrets and ConfigMaps, by "name/key". */
export type Cluster = Record<string, string>;

/** Puts into a GrafanaDatasource what it refers to, as the operator does: `${key}` in the named field. */
export function filledDataSource(object: unknown, cluster: Cluster) {
  const { datasource, valuesFrom } = v.parse(spec, object);
  const secure = { ...datasource.secureJsonData };
  for (const { targetPath, valueFrom } of valuesFrom) {
    const { name, key } = valueFrom.secretKeyRef ?? valueFrom.configMapKeyRef ?? { name: '', key: '' };
    const field = targetPath.replace('secureJsonData.', '');
    secure[field] = (secure[field] ?? '').replaceAll(`\${${key}}`, cluster[`${name}/${key}`] ?? '');
  }
  return { ...datasource, secureJsonData: secure };
}

/**
 * An instant query with the settings of a Prometheus data source as Grafana uses them: its authority alone, its header,
 * its query parameters, its method.
 * @param port on 127.0.0.1, in place of the cluster's host; the path of the URL stays
 * @returns status 0 where the certificate is not trusted
 */
export function askAsGrafana(
  { url, jsonData, secureJsonData }: ReturnType<typeof filledDataSource>,
  port: number,
  query: string
): Promise<{ status: number; body: string }> {
  const form = new URLSearchParams({ query }).toString();
  const { httpMethod: method, customQueryParameters, httpHeaderName1 } = jsonData;
  const search = [customQueryParameters, method === 'GET' ? form : ''].filter((part) => part !== '').join('&');
  const path = `${new URL(url).pathname.replace(/\/$/, '')}/api/v1/query?${search}`;
  const headers = {
    [httpHeaderName1]: secureJsonData.httpHeaderValue1 ?? '',
    ...(method === 'POST' && { 'content-type': 'application/x-www-form-urlencoded' }),
  };
  return new Promise((resolve) => {
    const asked = request({ host: '127.0.0.1', port, path, method, headers, ca: secureJsonData.tlsCACert }, (reply) => {
      let body = '';
      reply.on('data', (chunk: unknown) => (body += String(chunk)));
      reply.on('end', () => resolve({ status: reply.statusCode ?? 0, body }));
    });
    asked.on('error', (error) => resolve({ status: 0, body: error.message }));
    asked.end(method === 'POST' ? form : undefined);
  });
}
