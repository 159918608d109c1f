import { pathText } from '../problem.ts';
import type { Finding, Path } from '../problem.ts';
import type { MonitorsFile } from '../shape.ts';

type NotifyEntry = NonNullable<MonitorsFile['notify']>;
type Proof = { token?: string | undefined; user?: string | undefined; password?: string | undefined };

function proof({ token, user, password }: Proof, path: Path): Finding[] {
  if (token !== undefined && (user !== undefined || password !== undefined)) {
    return [
      {
        path,
        atKey: true,
        message: `${pathText(path)} has both a token and a user or password, which stops Grafana from starting: keep one of them.`,
      },
    ];
  }
  return (user === undefined) === (password === undefined)
    ? []
    : [{ path, atKey: true, message: `${pathText(path)} has only one of user and password: write both, or neither.` }];
}

function retraining({ retrain }: NotifyEntry): Finding[] {
  const path = ['notify', 'retrain'];
  if (retrain === undefined) {
    return [];
  }
  const { gateway, eventListener } = retrain;
  return (gateway === undefined) === (eventListener === undefined)
    ? [
        {
          path,
          atKey: true,
          message:
            "notify.retrain needs either gateway (Soundcheck's own) or eventListener (Tekton's), with its address: write one of them.",
        },
      ]
    : proof(retrain, path);
}

function isZone(location: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: location });
    return true;
  } catch {
    return false;
  }
}

function mutes({ mutes: entries = [] }: NotifyEntry): Finding[] {
  return entries.flatMap((mute, i) => {
    const path = ['notify', 'mutes', i];
    const findings: Finding[] = [];
    if (entries.findIndex(({ name }) => name === mute.name) < i) {
      findings.push({
        path: [...path, 'name'],
        message: `${pathText([...path, 'name'])} is "${mute.name}", as another mute: give each its own name.`,
      });
    }
    if (mute.location !== undefined && !isZone(mute.location)) {
      findings.push({
        path: [...path, 'location'],
        message: `${pathText([...path, 'location'])} is "${mute.location}", which is no time zone: write one such as Europe/Berlin or UTC.`,
      });
    }
    if ([mute.weekdays, mute.times, mute.monthsOfYear, mute.daysOfMonth].every((one) => one === undefined)) {
      findings.push({
        path,
        message: `${pathText(path)} says no time, so it would mute for ever: add weekdays, times, monthsOfYear or daysOfMonth.`,
      });
    }
    for (const [j, { start, end }] of (mute.times ?? []).entries()) {
      const at = [...path, 'times', j];
      if (start >= end) {
        findings.push({
          path: at,
          message: `${pathText(at)} ends at ${end}, not after its start at ${start}: over midnight write two, up to "24:00" and from "00:00".`,
        });
      }
    }
    return findings;
  });
}

/** What would stop Grafana or Alertmanager from starting, or would tell nobody. */
export function checkNotify(file: MonitorsFile): Finding[] {
  const { notify } = file;
  const asks = file.monitors.findIndex(({ retrain }) => retrain === true);
  const inDefaults = asks < 0 && file.defaults?.retrain === true;
  const unheard =
    (asks >= 0 || inDefaults) && notify?.retrain === undefined
      ? [
          {
            path: inDefaults ? ['defaults', 'retrain'] : ['monitors', asks, 'retrain'],
            message:
              'A monitor has retrain: true, but nobody is told: add notify.retrain with gateway or eventListener.',
          },
        ]
      : [];
  return [
    ...unheard,
    ...(notify === undefined
      ? []
      : [
          ...retraining(notify),
          ...(notify.people ? proof(notify.people, ['notify', 'people']) : []),
          ...mutes(notify),
        ]),
  ];
}
