import { grafana } from '../names.ts';
import { confined, resources } from '../pod.ts';

/** Names that the operator gives to what it makes for a Grafana. */
const made = {
  service: `${grafana.name}-service`,
  serviceAccount: `${grafana.name}-sa`,
  route: `${grafana.name}-route`,
};
const tlsSecret = 'soundcheck-grafana-tls';

/** Makes OpenShift sign a certificate for the service. */
export const servingSecret = { 'service.beta.openshift.io/serving-cert-secret-name': tlsSecret };

/** Lets the service account act as OAuth client for this route. */
export const redirectReference = {
  'serviceaccounts.openshift.io/oauth-redirectreference.grafana': JSON.stringify({
    kind: 'OAuthRedirectReference',
    apiVersion: 'v1',
    reference: { kind: 'Route', name: made.route },
  }),
};

export const route = {
  spec: {
    port: { targetPort: 'https' },
    to: { kind: 'Service', name: made.service, weight: 100 },
    tls: { termination: 'reencrypt', insecureEdgeTerminationPolicy: 'Redirect' },
  },
};

/** Comes in who may `get` this namespace's services: the people of the project. Asked with their own token. */
const review = JSON.stringify({ resource: 'services', name: grafana.name, verb: 'get' });

export const oauthProxy = {
  name: 'login',
  image: 'quay.io/openshift/origin-oauth-proxy:4.14.0',
  imagePullPolicy: 'IfNotPresent',
  args: [
    '-provider=openshift',
    '-https-address=:9091',
    '-http-address=',
    '-email-domain=*',
    '-pass-basic-auth=false',
    `-upstream=http://localhost:${grafana.port}`,
    `-openshift-service-account=${made.serviceAccount}`,
    `-openshift-sar=${review.replace('{', '{"namespace":"$(NAMESPACE)",')}`,
    '-tls-cert=/etc/tls/private/tls.crt',
    '-tls-key=/etc/tls/private/tls.key',
    '-client-secret-file=/var/run/secrets/kubernetes.io/serviceaccount/token',
    '-cookie-secret-file=/etc/proxy/secrets/session_secret',
    '-openshift-ca=/etc/pki/tls/cert.pem',
    '-openshift-ca=/var/run/secrets/kubernetes.io/serviceaccount/ca.crt',
    '-openshift-ca=/etc/proxy/certs/ca-bundle.crt',
  ],
  env: [{ name: 'NAMESPACE', valueFrom: { fieldRef: { fieldPath: 'metadata.namespace' } } }],
  ports: [{ name: 'https', containerPort: 9091 }],
  securityContext: confined,
  resources: resources('10m', '32Mi', '128Mi'),
  volumeMounts: [
    { name: 'tls', mountPath: '/etc/tls/private', readOnly: true },
    { name: 'session', mountPath: '/etc/proxy/secrets', readOnly: true },
    { name: 'trusted-ca', mountPath: '/etc/proxy/certs', readOnly: true },
  ],
};

export const proxyVolumes = [
  { name: 'tls', secret: { secretName: tlsSecret } },
  { name: 'session', secret: { secretName: 'soundcheck-grafana-session' } },
  { name: 'trusted-ca', configMap: { name: 'soundcheck-trusted-ca' } },
];
