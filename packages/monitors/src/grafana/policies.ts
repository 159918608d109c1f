import { duration } from '../alertmanager/durations.ts';
import { NOBODY, RETRAIN, routing } from '../alertmanager/routing.ts';
import type { Matcher, Route } from '../alertmanager/routing.ts';
import { timeInterval } from '../alertmanager/mutes.ts';
import type { NotifyPlan } from '../contract.ts';

/** Mute timing that never ends, for the contact point that is nobody. */
export const ALWAYS = 'soundcheck-always';

/** Grafana's own alerts about a rule keep the rule's labels: that a query failed is no reason to retrain. */
const ABOUT_DATA: Matcher = { label: 'alertname', op: '!~', value: 'DatasourceError|DatasourceNoData' };

function childPolicy(route: Route) {
  const matchers = route.receiver === RETRAIN ? [...route.matchers, ABOUT_DATA] : route.matchers;
  return {
    receiver: route.receiver,
    object_matchers: matchers.map(({ label, op, value }) => [label, op, value.replaceAll('$', '$$$$')]),
    ...(route.goesOn ? { continue: true } : {}),
    group_by: route.groupBy,
    ...(route.mutes.length > 0 ? { mute_time_intervals: route.mutes } : {}),
  };
}

const silent = {
  receiver: NOBODY,
  object_matchers: [['alertname', '=~', '.+']],
  mute_time_intervals: [ALWAYS],
};

/** Grafana's tree of policies: one for the whole organisation. */
export function policies(notify: NotifyPlan) {
  const { root, groupBy, routes } = routing(notify);
  return [
    {
      orgId: 1,
      receiver: root,
      group_by: groupBy,
      group_wait: duration(notify.groupWaitSeconds),
      group_interval: duration(notify.groupIntervalSeconds),
      repeat_interval: duration(notify.repeatIntervalSeconds),
      routes: [...routes.map(childPolicy), ...(root === NOBODY ? [silent] : [])],
    },
  ];
}

/** The windows of a plan, and the one without end where there is nobody to tell. */
export function muteTimes(notify: NotifyPlan) {
  const always = { orgId: 1, name: ALWAYS, time_intervals: [{ times: [{ start_time: '00:00', end_time: '24:00' }] }] };
  return [
    ...notify.mutes.map((mute) => ({ orgId: 1, name: mute.name, time_intervals: [timeInterval(mute)] })),
    ...(routing(notify).root === NOBODY ? [always] : []),
  ];
}
