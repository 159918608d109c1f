import { stringify, parse } from 'yaml';
import * as v from 'valibot';
import { environment, variable } from '../environment.ts';
import { grafana } from '../names.ts';
import { filesIn } from '../provisioned.ts';
import { instanceSelector, operatorApi, reader, serviceCa } from './names.ts';
import type { ClusterInputs } from '../cluster-files.ts';
import type { KubernetesObject } from '../kubernetes-object.ts';

const thanos = 'https://thanos-querier.openshift-monitoring.svc.cluster.local';
const logs = 'https://logging-loki-gateway-http.openshift-logging.svc:8080/api/logs/v1/application';

const provisioned = v.object({
  datasources: v.array(
    v.object({
      name: v.string(),
      uid: v.string(),
      type: v.string(),
      isDefault: v.optional(v.boolean()),
      jsonData: v.optional(v.record(v.string(), v.unknown()), {}),
    })
  ),
});
type DataSource = v.InferOutput<typeof provisioned>['datasources'][number];

interface Reach {
  url: string;
  jsonData?: Record<string, unknown>;
  /** Secret fields, with ${key} where the operator puts what `valuesFrom` refers to. */
  secureJsonData: Record<string, string>;
  valuesFrom: Array<{ targetPath: string; valueFrom: Record<string, { name: string; key: string }> }>;
}

/**
 * The data sources of provisioning/ as objects of the Grafana operator: same uids, names and settings, reached in the
 * cluster's way. Certificates are checked against the cluster's service CA.
 */
export function dataSourceObjects(inputs: ClusterInputs): KubernetesObject[] {
  return filesIn(inputs.provisioning, 'datasources', '.yaml')
    .flatMap(([, text]) => v.parse(provisioned, parse(text)).datasources)
    .map((source) => dataSourceObject(source, inputs));
}

function dataSourceObject(source: DataSource, inputs: ClusterInputs): KubernetesObject {
  const { url, jsonData, secureJsonData, valuesFrom } = reachOf(source, inputs);
  const settings = Object.entries(source.jsonData).filter(([name]) => !name.startsWith('httpHeaderName'));
  return {
    apiVersion: operatorApi,
    kind: 'GrafanaDatasource',
    metadata: { name: source.uid, labels: { 'app.kubernetes.io/part-of': 'soundcheck' } },
    spec: {
      instanceSelector,
      uid: source.uid,
      resyncPeriod: '10m',
      ...(valuesFrom.length > 0 && { valuesFrom }),
      datasource: {
        name: source.name,
        type: source.type,
        access: 'proxy',
        url,
        isDefault: source.isDefault === true,
        editable: false,
        jsonData: { ...filledIn(Object.fromEntries(settings), environment(inputs)), ...jsonData },
        ...(Object.keys(secureJsonData).length > 0 && { secureJsonData }),
      },
    },
  };
}

/** By uid; a data source that this does not know is reached as provisioning says, with the variables filled in. */
function reachOf(source: DataSource, inputs: ClusterInputs): Reach {
  const { prometheusUid, trustyaiUid, lokiUid } = inputs.plan.grafana;
  switch (source.uid) {
    case prometheusUid:
      return withToken(`${thanos}:9091`, reader.secret, reader.key);
    case lokiUid:
      return withToken(logs, reader.secret, reader.key);
    case trustyaiUid:
      return reachTrustyai(inputs);
    default:
      throw new Error(
        `provisioning/datasources has ${source.uid}, and how OpenShift reaches it is not known: name it in monitors.yaml's grafana section or take it out.`
      );
  }
}

/** In the cluster the service has a certificate of the service CA and asks for no token; with a token it gets one. */
function reachTrustyai({ plan }: ClusterInputs): Reach {
  const first = plan.namespaces[0];
  if (!first) {
    throw new Error('monitors.yaml has no namespace: the data source TrustyAI needs the service of one.');
  }
  const { url: given, tokenVariable } = first.trustyai;
  const url = given.includes('$') ? `https://trustyai-service.${first.name}.svc` : given;
  const reach = tokenVariable ? withToken(url, grafana.secret, tokenVariable) : withCa(url);
  return url.startsWith('https:') ? reach : { ...reach, jsonData: {}, valuesFrom: [], secureJsonData: {} };
}

function withCa(url: string): Reach {
  return {
    url,
    jsonData: { tlsAuthWithCACert: true },
    secureJsonData: { tlsCACert: `\${${serviceCa.key}}` },
    valuesFrom: [{ targetPath: 'secureJsonData.tlsCACert', valueFrom: { configMapKeyRef: { ...serviceCa } } }],
  };
}

function withToken(url: string, secret: string, key: string): Reach {
  const reach = withCa(url);
  return {
    url,
    jsonData: { ...reach.jsonData, httpHeaderName1: 'Authorization' },
    secureJsonData: { ...reach.secureJsonData, httpHeaderValue1: `Bearer \${${key}}` },
    valuesFrom: [
      ...reach.valuesFrom,
      { targetPath: 'secureJsonData.httpHeaderValue1', valueFrom: { secretKeyRef: { name: secret, key } } },
    ],
  };
}

/** Values with the variables that Grafana would expand in a file; the operator hands them over by API, where nothing is. */
function filledIn(value: unknown, variables: Record<string, string>): Record<string, unknown> {
  const text = JSON.stringify(value, (_key, one: unknown) =>
    typeof one === 'string'
      ? one.replace(variable, (all, braced?: string, bare?: string) =>
          all === '$$' ? '$' : (variables[braced ?? bare ?? ''] ?? all)
        )
      : one
  );
  return v.parse(v.record(v.string(), v.unknown()), JSON.parse(text));
}

/**
 * The one that asks for one namespace only. The port refuses queries without it, and the right to `get` pods' metrics
 * does not cover POST.
 */
export function tenancyPatch({ plan }: ClusterInputs) {
  const jsonData = { httpMethod: 'GET', customQueryParameters: `namespace=${plan.namespaces[0]?.name ?? ''}` };
  return {
    target: { kind: 'GrafanaDatasource', name: plan.grafana.prometheusUid },
    patch: stringify({
      apiVersion: operatorApi,
      kind: 'GrafanaDatasource',
      metadata: { name: plan.grafana.prometheusUid },
      spec: { datasource: { url: `${thanos}:9092`, jsonData } },
    }),
  };
}
