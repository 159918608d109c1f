import { stringify } from 'yaml';
import type { Pace } from './pace.ts';
import type { Ports } from '../ports.ts';

/** retrain.yaml: the gateway's door, its journal, the stand-in for a pipeline, and where annotations go. */
export function gatewayFile(ports: Ports, page: number, { journal, pace }: { journal: string; pace: Pace }): string {
  return stringify({
    listen: `127.0.0.1:${ports.gateway}`,
    journal,
    auth: { bearer: '${SOUNDCHECK_RETRAIN_TOKEN}' },
    cooldown: `${10 * pace.step}s`,
    retries: { first: '1s', longest: '10s', giveUpAfter: '1h' },
    targets: [{ http: { method: 'POST', url: `http://127.0.0.1:${ports.trainer}/train`, idempotent: true } }],
    annotations: { grafana: `http://127.0.0.1:${page}` },
    callbackUrl: `http://127.0.0.1:${ports.gateway}`,
  });
}
