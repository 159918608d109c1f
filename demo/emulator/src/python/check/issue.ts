/** Where in the request a value stands: 'body' or 'query', then keys and indices. */
export type Location = ReadonlyArray<string | number>;

/** One entry of a 422 reply. */
export interface Issue {
  type: string;
  loc: Location;
  msg: string;
  input: unknown;
  ctx?: Record<string, unknown>;
}

/** Marks a value that did not pass; never a valid value itself. */
export const failed = Symbol('failed');
export type Failed = typeof failed;

/** Decodes one value: the decoded value, or `failed` after noting why in `issues`. */
export type Check<T> = (value: unknown, loc: Location, issues: Issue[]) => T | Failed;

export interface Complaint {
  type: string;
  msg: string;
  ctx?: Record<string, unknown>;
}

/** Notes an issue about `value`. */
export function complain(issues: Issue[], loc: Location, value: unknown, complaint: Complaint): Failed {
  const { type, msg, ctx } = complaint;
  issues.push(ctx ? { type, loc, msg, input: value, ctx } : { type, loc, msg, input: value });
  return failed;
}
