import type { Config, TargetConfig } from '../config/schema.ts';
import type { Incident } from '../incident/state.ts';
import { httpTarget } from './http.ts';
import { kfpTarget } from './kfp.ts';
import type { Target } from './target.ts';
import { tektonTarget } from './tekton.ts';

/** The first target that matches an incident, if any does. */
export type Choose = (incident: Pick<Incident, 'namespace' | 'model'>) => Target | undefined;

export function makeChoose(config: Pick<Config, 'targets'>): Choose {
  const targets = config.targets.map((entry) => ({ match: entry.match, target: makeTarget(entry) }));
  return ({ namespace, model }) =>
    targets.find(({ match }) => (match.namespace ?? namespace) === namespace && (match.model ?? model) === model)
      ?.target;
}

function makeTarget({ tekton, kfp, http }: TargetConfig): Target | undefined {
  const credentials = ({ token, tokenFile }: { token?: string; tokenFile?: string }) => ({ token, tokenFile });
  return (
    (tekton && tektonTarget({ ...tekton, credentials: credentials(tekton) })) ??
    (kfp && kfpTarget({ ...kfp, credentials: credentials(kfp) })) ??
    (http && httpTarget({ ...http, credentials: credentials(http) }))
  );
}
