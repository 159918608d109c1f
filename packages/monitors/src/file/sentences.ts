import type { BaseIssue } from 'valibot';
import { pathText } from './problem.ts';
import type { Finding, Path } from './problem.ts';

function shown(input: unknown): string {
  if (Array.isArray(input)) {
    return input.length === 0 ? 'an empty list' : 'a list';
  }
  if (typeof input === 'object' && input !== null) {
    return Object.keys(input).length === 0 ? 'an empty map' : 'a map';
  }
  return typeof input === 'string' ? JSON.stringify(input) : input === null ? 'empty' : String(input);
}

/** A token or password that somebody wrote down, or an address with one inside, is not repeated. */
function isSecret(path: Path, input: unknown): boolean {
  const last = path.at(-1);
  return last === 'token' || last === 'password' || (typeof input === 'string' && input.includes('@'));
}

function pathOf(issue: BaseIssue<unknown>): Path {
  return (issue.path ?? []).flatMap(({ key }) => (typeof key === 'string' || typeof key === 'number' ? [key] : []));
}

/** What is wrong with the shape, as one sentence. */
export function findingOf(issue: BaseIssue<unknown>): Finding {
  const path = pathOf(issue);
  const where = pathText(path);
  const { type, expected, input, message } = issue;
  const parent: unknown = issue.path?.at(-1)?.input;
  if (type === 'strict_object' && Array.isArray(parent)) {
    // A list has fields "0", "1", …: the one mistake is that it is a list.
    const above = path.slice(0, -1);
    return { path: above, message: `${pathText(above)} is a list: write a map of fields.` };
  }
  if (type === 'strict_object' && expected === 'never') {
    return { path, atKey: true, message: `${where} is no field that is known here. ${message}` };
  }
  if (type === 'strict_object' && input === undefined && path.length > 0) {
    return { path: path.slice(0, -1), atKey: true, message: `${where} is missing: add it.` };
  }
  if (issue.path?.at(-1)?.origin === 'key') {
    return {
      path,
      atKey: true,
      message: `The name ${JSON.stringify(input)} in ${pathText(path.slice(0, -1))} is not right: ${message}.`,
    };
  }
  if (isSecret(path, input)) {
    return { path, message: `${where} is not right: ${message}.` };
  }
  return { path, message: `${where} is ${shown(input)}: ${message}.` };
}
