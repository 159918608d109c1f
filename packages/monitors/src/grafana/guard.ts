import * as v from 'valibot';
import { parseDocument } from 'yaml';
import { secondsOf } from '../alertmanager/durations.ts';
import { alertingShape } from './shape.ts';
import type { AlertingShape } from './shape.ts';
import { contactPointProblems, doubles } from './guard-contact-points.ts';
import type { AlertingText } from './guard-contact-points.ts';

/** Grafana's scheduler ticks every ten seconds. */
const TICK_SECONDS = 10;

type Rule = AlertingShape['groups'][number]['rules'][number];

function read(path: string, text: string): AlertingText | { problems: string[] } {
  const document = parseDocument(text);
  const [error] = document.errors;
  if (error) {
    return { problems: [`${path} is no YAML: ${error.message.split('\n')[0] ?? ''}`] };
  }
  const result = v.safeParse(alertingShape, document.toJS());
  if (result.success) {
    return { path, file: result.output };
  }
  return {
    problems: result.issues.map((issue) => `${path}: ${v.getDotPath(issue) ?? 'the file'} ${issueText(issue)}.`),
  };
}

/** Without the value, which may be a secret that somebody wrote down. */
function issueText(issue: v.BaseIssue<unknown>): string {
  if (issue.type === 'strict_object' && issue.expected === 'never') {
    return 'is a field that Grafana does not know or that is not checked here';
  }
  return issue.message.startsWith('Invalid') ? `must be ${issue.expected ?? 'something else'}` : issue.message;
}

function ruleProblems(where: string, rule: Rule): string[] {
  const problems: string[] = [];
  const refIds = rule.data.map(({ refId }) => refId);
  if (!refIds.includes(rule.condition)) {
    problems.push(
      `${where} ends in the condition ${rule.condition}, which is none of its queries (${refIds.join(', ')}).`
    );
  }
  const { __dashboardUid__: dashboard, __panelId__: panel } = rule.annotations;
  if ((dashboard === undefined) !== (panel === undefined) || (panel !== undefined && !/^\d+$/.test(panel))) {
    problems.push(
      `${where} needs __dashboardUid__ and __panelId__, a whole number, both or neither: Grafana does not start.`
    );
  }
  const variable = Object.entries(rule.annotations).find(([, text]) => /\$\{[A-Za-z_]/.test(text));
  if (variable) {
    problems.push(
      `${where} has a variable in its annotation ${variable[0]}: Grafana fills in none there. Write the text itself.`
    );
  }
  return problems;
}

/**
 * What in a folder of provisioned alerting files would stop Grafana from starting, or would lose something in silence.
 * @param texts the files of the folder by their names: they must agree with each other
 * @returns a sentence each
 */
export function alertingProblems(texts: ReadonlyMap<string, string>): string[] {
  const results = [...texts].map(([path, text]) => read(path, text));
  const files = results.filter((result) => 'file' in result);
  const groups = files.flatMap(({ path, file }) => file.groups.map((group) => ({ path, group })));
  return [
    ...results.flatMap((result) => ('problems' in result ? result.problems : [])),
    ...groups
      .filter(({ group }) => secondsOf(group.interval) % TICK_SECONDS !== 0 || secondsOf(group.interval) === 0)
      .map(
        ({ path, group }) =>
          `${path}: group "${group.name}" is evaluated every ${group.interval}, which must be a multiple of 10s.`
      ),
    ...groups.flatMap(({ path, group }) =>
      group.rules.flatMap((rule) => ruleProblems(`${path}: rule "${rule.title}"`, rule))
    ),
    ...doubles(
      'rules with the uid',
      groups.flatMap(({ group }) => group.rules.map(({ uid }) => uid))
    ),
    ...doubles(
      'groups',
      groups.map(({ group }) => `${group.folder}/${group.name}`)
    ),
    ...contactPointProblems(files),
  ];
}
