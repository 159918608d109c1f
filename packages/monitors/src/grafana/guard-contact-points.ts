import type { AlertingShape } from './shape.ts';

/** Headers that Grafana's webhooks refuse: it does not start with them. */
const RESTRICTED = ['authorization', 'host', 'user-agent', 'cookie', 'content-length'];

/** A file of the folder, read. */
export interface AlertingText {
  path: string;
  file: AlertingShape;
}

type Receiver = AlertingShape['contactPoints'][number]['receivers'][number];

/** A sentence for each name that stands twice. */
export function doubles(what: string, names: string[]): string[] {
  const seen = new Set<string>();
  const twice = new Set(names.filter((name) => seen.has(name) || !seen.add(name)));
  return [...twice].map((name) => `There are two ${what} "${name}": the later would silently replace the earlier.`);
}

function receiverProblems(where: string, { settings }: Receiver): string[] {
  const problems: string[] = [];
  const secrets = [settings.authorization_credentials, settings.password].filter((secret) => secret !== undefined);
  if (settings.authorization_credentials !== undefined && (settings.username ?? settings.password) !== undefined) {
    problems.push(`${where} has two kinds of authorization, a token and a user with password: Grafana does not start.`);
  }
  if ((settings.username === undefined) !== (settings.password === undefined)) {
    problems.push(`${where} needs a user name and a password, both or neither.`);
  }
  for (const header of Object.keys(settings.headers ?? {})) {
    if (RESTRICTED.includes(header.toLowerCase())) {
      problems.push(
        `${where} sets the header ${header}, which Grafana refuses: it does not start. Use the authorization settings.`
      );
    }
  }
  const open = [settings.url, ...Object.values(settings.headers ?? {})];
  const names = secrets.map((secret) => secret.replace(/[${}]/g, ''));
  const leaks = open.some((text) => names.some((name) => new RegExp(`\\$\\{?${name}\\b`).test(text)));
  if (leaks || /^[a-z]+:\/\/[^/]*@/i.test(settings.url)) {
    problems.push(
      `${where} has a secret in its URL or headers, which every viewer can read. Use the authorization settings.`
    );
  }
  return problems;
}

function treeProblems(files: readonly AlertingText[]): string[] {
  const points = files.flatMap(({ file }) => file.contactPoints);
  const names = points.map(({ name }) => name);
  const uids = points.flatMap(({ receivers }) => receivers.map(({ uid }) => uid));
  const mutes = files.flatMap(({ file }) => file.muteTimes.map(({ name }) => name));
  const policies = files.flatMap(({ file }) => file.policies);
  const routes = policies.flatMap((policy) => policy.routes);
  const deleted = files.flatMap(({ file }) => file.deleteContactPoints.map(({ uid }) => uid));
  const absent = [...policies, ...routes].map(({ receiver }) => receiver).filter((name) => !names.includes(name));
  const unknown = routes.flatMap((route) => route.mute_time_intervals).filter((name) => !mutes.includes(name));
  return [
    ...[...new Set(absent)].map(
      (name) => `A policy names the contact point "${name}", which is in no file: Grafana does not start.`
    ),
    ...[...new Set(unknown)].map(
      (name) => `A policy names the mute timing "${name}", which is in no file: Grafana does not start.`
    ),
    ...deleted
      .filter((uid) => uids.includes(uid))
      .map((uid) => `The contact point "${uid}" is both defined and deleted: take it out of notify.deleted.`),
    ...doubles('contact points with the name', names),
    ...doubles('contact points with the uid', uids),
    ...doubles('mute timings with the name', mutes),
    ...(policies.length > 1 ? ['There are two trees of policies: only the later would hold.'] : []),
  ];
}

/** What is wrong with contact points, policies and mute timings, over all files of a folder. */
export function contactPointProblems(files: readonly AlertingText[]): string[] {
  return [
    ...files.flatMap(({ path, file }) =>
      file.contactPoints.flatMap(({ name, receivers }) =>
        receivers.flatMap((receiver) => receiverProblems(`${path}: contact point "${name}"`, receiver))
      )
    ),
    ...treeProblems(files),
  ];
}
