import type { NotifyPlan } from '../contract.ts';

/** Names that docs/monitors.md fixes. */
export const RETRAIN = 'soundcheck-retrain';
export const PEOPLE = 'soundcheck-people';
export const NOBODY = 'soundcheck-nobody';

export interface Matcher {
  label: string;
  op: '=' | '!=' | '=~' | '!~';
  value: string;
}

/** One child of the root. */
export interface Route {
  receiver: string;
  matchers: Matcher[];
  groupBy: string[];
  /** Alerts that match go on to the next route. */
  goesOn: boolean;
  /** Names of the windows in which it is silent. */
  mutes: string[];
}

/** Who gets which alert: the same tree for Grafana, for a plain Alertmanager and for AlertmanagerConfig. */
export interface Routing {
  /** Gets what no route matches: alerts that are not ours. */
  root: string;
  groupBy: string[];
  routes: Route[];
}

/** People get one message for each alert of a model, however many features it is about. */
const FOR_PEOPLE = ['namespace', 'model', 'alertname'];

/** The tree of a plan. The root can never be muted, so that people have a route of their own besides. */
export function routing(notify: NotifyPlan): Routing {
  const mutes = notify.mutes.map(({ name }) => name);
  const routes: Route[] = [];
  if (notify.retrain) {
    routes.push({
      receiver: RETRAIN,
      matchers: [{ label: 'retrain', op: '=', value: 'true' }],
      // An event listener reads the alert's name from the labels that all alerts of a call have in common.
      groupBy: notify.retrain.kind === 'gateway' ? ['namespace', 'model'] : ['namespace', 'model', 'alertname'],
      goesOn: true,
      mutes,
    });
  }
  if (notify.people) {
    routes.push({
      receiver: PEOPLE,
      matchers: [{ label: 'soundcheck', op: '=~', value: '.+' }],
      groupBy: FOR_PEOPLE,
      goesOn: false,
      mutes,
    });
  }
  return { root: notify.people ? PEOPLE : NOBODY, groupBy: FOR_PEOPLE, routes };
}
