import * as v from 'valibot';

/** Pieces of Kubernetes' public API, with the fields that we use; any other is a mistake of ours. */
export const text = v.pipe(v.string(), v.nonEmpty());
export const dnsName = v.pipe(v.string(), v.maxLength(63), v.regex(/^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/));
const dnsSubdomain = v.pipe(v.string(), v.maxLength(253), v.regex(/^[a-z0-9]([-a-z0-9.]*[a-z0-9])?$/));
const labelValue = v.pipe(v.string(), v.maxLength(63), v.regex(/^([A-Za-z0-9]([-\w.]*[A-Za-z0-9])?)?$/));
const qualifiedName = v.pipe(
  v.string(),
  v.regex(/^([a-z0-9]([-a-z0-9.]*[a-z0-9])?\/)?[A-Za-z0-9]([-\w.]{0,61}[A-Za-z0-9])?$/)
);
export const labels = v.record(qualifiedName, labelValue);
export const annotations = v.record(qualifiedName, v.string());
export const port = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(65_535));
export const portOrName = v.union([
  port,
  v.pipe(v.string(), v.maxLength(15), v.regex(/^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/)),
]);
export const quantity = v.pipe(v.string(), v.regex(/^\d+(m|Mi|Gi)?$/));
/** A tag that stays what it is. */
export const image = v.pipe(
  v.string(),
  v.regex(/^[\w./:-]+:[\w][\w.-]*$/, 'an image needs a tag'),
  v.check((one) => !/:(latest|main|master|stable)$/.test(one), 'a tag that moves')
);

export const metadata = v.strictObject({
  name: dnsSubdomain,
  namespace: v.optional(dnsName),
  labels: v.optional(labels),
  annotations: v.optional(annotations),
});

/** An object of one kind. */
export const object = <const Kind extends string>(apiVersion: string, kind: Kind, fields: v.ObjectEntries) =>
  v.strictObject({ apiVersion: v.literal(apiVersion), kind: v.literal(kind), metadata, ...fields });

export const key = v.pipe(v.string(), v.regex(/^[-\w.]+$/));
export const keyRef = v.strictObject({ name: dnsSubdomain, key });
export const keyValue = v.strictObject({ name: text, value: v.string() });
const environmentName = v.pipe(v.string(), v.regex(/^[A-Z][A-Z0-9_]*$/));
export const environmentVariable = v.union([
  v.strictObject({ name: environmentName, value: v.string() }),
  v.strictObject({
    name: environmentName,
    valueFrom: v.union([
      v.strictObject({ secretKeyRef: keyRef }),
      v.strictObject({ fieldRef: v.strictObject({ fieldPath: v.literal('metadata.namespace') }) }),
    ]),
  }),
]);

const httpGet = v.strictObject({ path: v.pipe(v.string(), v.startsWith('/')), port: portOrName });
const seconds = v.pipe(v.number(), v.integer(), v.minValue(1));
const probe = v.strictObject({
  httpGet,
  periodSeconds: seconds,
  timeoutSeconds: v.optional(seconds),
  failureThreshold: v.optional(seconds),
});

/** Every container is confined: none of these may be left out. */
export const securityContext = v.strictObject({
  allowPrivilegeEscalation: v.literal(false),
  readOnlyRootFilesystem: v.literal(true),
  runAsNonRoot: v.literal(true),
  capabilities: v.strictObject({ drop: v.tuple([v.literal('ALL')]) }),
});
export const podSecurityContext = v.strictObject({
  runAsNonRoot: v.literal(true),
  seccompProfile: v.strictObject({ type: v.literal('RuntimeDefault') }),
  fsGroup: v.optional(v.number()),
});
export const resources = v.strictObject({
  requests: v.strictObject({ cpu: quantity, memory: quantity }),
  limits: v.strictObject({ memory: quantity }),
});

const mount = v.strictObject({
  name: dnsName,
  mountPath: v.pipe(v.string(), v.startsWith('/')),
  subPath: v.optional(key),
  readOnly: v.optional(v.boolean()),
});
const containerFields = {
  name: dnsName,
  imagePullPolicy: v.optional(v.literal('IfNotPresent')),
  command: v.optional(v.array(text)),
  args: v.optional(v.array(text)),
  env: v.optional(v.array(environmentVariable)),
  envFrom: v.optional(
    v.array(
      v.union([
        v.strictObject({ configMapRef: v.strictObject({ name: dnsSubdomain }) }),
        v.strictObject({ secretRef: v.strictObject({ name: dnsSubdomain }) }),
      ])
    )
  ),
  ports: v.optional(v.array(v.strictObject({ name: portOrName, containerPort: port }))),
  startupProbe: v.optional(probe),
  readinessProbe: v.optional(probe),
  livenessProbe: v.optional(probe),
  securityContext,
  resources,
  volumeMounts: v.optional(v.array(mount)),
};
export const container = v.strictObject({ ...containerFields, image });
/** Laid over a container that somebody else makes. */
export const containerPatch = v.strictObject({ ...containerFields, image: v.optional(image) });

const items = v.optional(v.array(v.strictObject({ key, path: text })));
const configMap = v.strictObject({ name: dnsSubdomain, items });
const emptyDir = v.strictObject({ sizeLimit: quantity });
export const volume = v.union([
  v.strictObject({ name: dnsName, emptyDir }),
  v.strictObject({ name: dnsName, configMap }),
  v.strictObject({ name: dnsName, secret: v.strictObject({ secretName: dnsSubdomain }) }),
  v.strictObject({ name: dnsName, persistentVolumeClaim: v.strictObject({ claimName: dnsSubdomain }) }),
  v.strictObject({ name: dnsName, projected: v.strictObject({ sources: v.array(v.strictObject({ configMap })) }) }),
]);

export const podTemplate = v.strictObject({
  metadata: v.strictObject({ labels, annotations: v.optional(annotations) }),
  spec: v.strictObject({
    serviceAccountName: v.optional(dnsSubdomain),
    automountServiceAccountToken: v.optional(v.boolean()),
    restartPolicy: v.optional(v.picklist(['Always', 'Never', 'OnFailure'])),
    securityContext: podSecurityContext,
    initContainers: v.optional(v.array(container)),
    containers: v.array(container),
    volumes: v.optional(v.array(volume)),
  }),
});

export const selector = v.strictObject({ matchLabels: labels });
export const claimSpec = v.strictObject({
  accessModes: v.tuple([v.literal('ReadWriteOnce')]),
  resources: v.strictObject({ requests: v.strictObject({ storage: quantity }) }),
});
export const duration = v.pipe(v.string(), v.regex(/^(\d+h)?(\d+m)?(\d+s)?$/), v.nonEmpty());
