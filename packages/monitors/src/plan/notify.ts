import type { Mute, NotifyPlan, WebhookAuth } from '../contract.ts';
import type { MonitorsFile } from '../file/shape.ts';
import { secondsOf, variableIn } from '../file/values.ts';

type NotifyEntry = NonNullable<MonitorsFile['notify']>;
type MuteEntry = NonNullable<NotifyEntry['mutes']>[number];
type Proof = Pick<NonNullable<NotifyEntry['people']>, 'token' | 'user' | 'password'>;

function authOf({ token, user, password }: Proof): WebhookAuth {
  if (token !== undefined) {
    return { kind: 'bearer', tokenVariable: variableIn(token) };
  }
  return user !== undefined && password !== undefined
    ? { kind: 'basic', user, passwordVariable: variableIn(password) }
    : { kind: 'none' };
}

function retrainOf(entry: NonNullable<NotifyEntry['retrain']>): NotifyPlan['retrain'] {
  const { gateway, eventListener } = entry;
  if (gateway !== undefined) {
    return { kind: 'gateway', url: gateway, auth: authOf(entry) };
  }
  return eventListener === undefined ? undefined : { kind: 'event-listener', url: eventListener, auth: authOf(entry) };
}

function muteOf({ name, location = 'UTC', weekdays, times, monthsOfYear, daysOfMonth }: MuteEntry): Mute {
  return {
    ...{ name, location },
    ...(weekdays === undefined ? {} : { weekdays }),
    ...(times === undefined ? {} : { times }),
    ...(monthsOfYear === undefined ? {} : { monthsOfYear }),
    ...(daysOfMonth === undefined ? {} : { daysOfMonth }),
  };
}

/** Where alerts go; without `notify` nowhere. */
export function notifyOf(entry: MonitorsFile['notify']): NotifyPlan {
  const { retrain, people, groupWait = '30s', groupInterval = '5m', repeatInterval = '4h', mutes = [] } = entry ?? {};
  const retraining = retrain && retrainOf(retrain);
  return {
    ...(retraining === undefined ? {} : { retrain: retraining }),
    ...(people === undefined ? {} : { people: { url: people.url, auth: authOf(people) } }),
    groupWaitSeconds: secondsOf(groupWait),
    groupIntervalSeconds: secondsOf(groupInterval),
    repeatIntervalSeconds: secondsOf(repeatInterval),
    mutes: mutes.map(muteOf),
    deletedContactPoints: [...(entry?.deleted ?? [])],
  };
}
