/** What every container of ours is confined to; no user id, because OpenShift assigns one and the images name theirs. */
export const confined = {
  allowPrivilegeEscalation: false,
  readOnlyRootFilesystem: true,
  runAsNonRoot: true,
  capabilities: { drop: ['ALL'] },
} as const;

export const confinedPod = { runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } } as const;

/** Requests and limits; the processor is not limited, which would only make a busy moment longer. */
export function resources(cpu: string, memory: string, memoryLimit: string) {
  return { requests: { cpu, memory }, limits: { memory: memoryLimit } };
}

/** Asked by HTTP. A pod that starts slowly is waited for, for five minutes, before anybody thinks of killing it. */
export function probes(path: string, port: string) {
  const httpGet = { path, port };
  return {
    startupProbe: { httpGet, periodSeconds: 5, failureThreshold: 60 },
    readinessProbe: { httpGet, periodSeconds: 10, timeoutSeconds: 5 },
    livenessProbe: { httpGet, periodSeconds: 30, timeoutSeconds: 10, failureThreshold: 5 },
  };
}

/** A variable from a Secret, which is named and never written down. */
export function fromSecret(variable: string, secret: string, key = variable) {
  return { name: variable, valueFrom: { secretKeyRef: { name: secret, key } } };
}
