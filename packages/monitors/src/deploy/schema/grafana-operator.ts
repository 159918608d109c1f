import * as v from 'valibot';
import * as p from './pieces.ts';

const grafana = 'grafana.integreatly.org/v1beta1';
const uid = v.pipe(v.string(), v.maxLength(40), v.regex(/^[\w-]+$/));
const matched = { instanceSelector: p.selector, uid, resyncPeriod: p.duration };
const metadataPatch = v.strictObject({ labels: v.optional(p.labels), annotations: v.optional(p.annotations) });

const grafanaSpec = v.strictObject({
  version: v.pipe(v.string(), v.regex(/^\d+\.\d+\.\d+$/)),
  config: v.record(v.string(), v.record(v.string(), v.string())),
  preferences: v.optional(v.strictObject({ homeDashboardUid: uid })),
  persistentVolumeClaim: v.strictObject({ spec: p.claimSpec }),
  serviceAccount: v.strictObject({ metadata: metadataPatch }),
  service: v.strictObject({
    metadata: metadataPatch,
    spec: v.strictObject({
      ports: v.array(
        v.strictObject({ name: p.portOrName, port: p.port, targetPort: p.portOrName, protocol: v.literal('TCP') })
      ),
    }),
  }),
  route: v.strictObject({
    spec: v.strictObject({
      port: v.strictObject({ targetPort: p.portOrName }),
      to: v.strictObject({ kind: v.literal('Service'), name: p.dnsName, weight: v.number() }),
      tls: v.strictObject({
        termination: v.picklist(['edge', 'reencrypt', 'passthrough']),
        insecureEdgeTerminationPolicy: v.picklist(['None', 'Redirect']),
      }),
    }),
  }),
  deployment: v.strictObject({
    spec: v.strictObject({
      strategy: v.strictObject({ type: v.literal('Recreate') }),
      template: v.strictObject({
        metadata: metadataPatch,
        spec: v.strictObject({
          initContainers: v.array(p.container),
          containers: v.array(p.containerPatch),
          volumes: v.array(p.volume),
        }),
      }),
    }),
  }),
});

const valueFrom = v.union([v.strictObject({ secretKeyRef: p.keyRef }), v.strictObject({ configMapKeyRef: p.keyRef })]);

/** Kinds of the Grafana operator v5. */
export const grafanaOperatorKinds = [
  p.object(grafana, 'Grafana', { spec: grafanaSpec }),
  p.object(grafana, 'GrafanaDashboard', {
    spec: v.strictObject({ ...matched, folder: p.text, configMapRef: p.keyRef }),
  }),
  p.object(grafana, 'GrafanaDatasource', {
    spec: v.strictObject({
      ...matched,
      valuesFrom: v.optional(v.array(v.strictObject({ targetPath: p.text, valueFrom }))),
      datasource: v.strictObject({
        name: p.text,
        type: p.text,
        access: v.literal('proxy'),
        url: v.pipe(v.string(), v.url()),
        isDefault: v.boolean(),
        editable: v.literal(false),
        jsonData: v.record(v.string(), v.unknown()),
        secureJsonData: v.optional(v.record(v.string(), v.string())),
      }),
    }),
  }),
  p.object(grafana, 'GrafanaServiceAccount', {
    spec: v.strictObject({
      instanceName: p.dnsName,
      name: p.text,
      role: v.picklist(['Viewer', 'Editor', 'Admin']),
      tokens: v.array(v.strictObject({ name: p.text, secretName: p.dnsName })),
    }),
  }),
];
