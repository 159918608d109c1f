/** Names that objects of the OpenShift overlay share. */
export const overlay = 'deploy/overlays/openshift';

/** Operator objects find their Grafana by this label. */
export const grafanaLabel = { dashboards: 'soundcheck' };
export const instanceSelector = { matchLabels: grafanaLabel };

/** ConfigMap that OpenShift fills with the authority of in-cluster certificates. */
export const serviceCa = { name: 'soundcheck-service-ca', key: 'service-ca.crt' } as const;

/** Whose rights the data sources have, and where its token lies. */
export const reader = { serviceAccount: 'soundcheck-reader', secret: 'soundcheck-reader-token', key: 'token' } as const;

/** Secret that the operator writes for the gateway's annotations. */
export const annotatorSecret = 'soundcheck-grafana-annotator';

/** Group of the Grafana operator. */
export const operatorApi = 'grafana.integreatly.org/v1beta1';
