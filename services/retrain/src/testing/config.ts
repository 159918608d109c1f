import { stringify } from 'yaml';
import { readConfig } from '../config/load.ts';

export const token = 'the-token-of-the-tests';

/** Fields of retrain.yaml over ones that suit tests: a free port, a journal to throw away, short times. */
export function testConfig(fields: object, journal: string) {
  const defaults = {
    listen: '127.0.0.1:0',
    journal,
    auth: { bearer: token },
    log: 'silent',
    retries: { first: '50ms', longest: '200ms', giveUpAfter: '1h' },
    targets: [{ http: { url: 'http://127.0.0.1:9/', idempotent: true } }],
  };
  return readConfig(stringify({ ...defaults, ...fields }), 'retrain.yaml', process.env);
}
