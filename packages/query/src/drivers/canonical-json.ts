/**
 * Canonical JSON, the text in which outputs of the core in Node and in the Go shell's engine are compared:
 * - object keys sorted by UTF-16 code units, members that are undefined left out
 * - typed arrays as lists
 * - NaN, Infinity and -Infinity as {"$number":"NaN"} and so on; -0 as 0
 * - other numbers as JavaScript writes them, strings as JSON.stringify does, no white space
 */
export function canonicalJson(value: unknown): string {
  if (value === null || value === undefined) {
    return 'null';
  }
  if (typeof value === 'number') {
    return Number.isFinite(value) ? String(value === 0 ? 0 : value) : `{"$number":"${String(value)}"}`;
  }
  if (typeof value === 'string' || typeof value === 'boolean') {
    return JSON.stringify(value);
  }
  if (Array.isArray(value) || value instanceof Float64Array) {
    return `[${Array.from(value, canonicalJson).join(',')}]`;
  }
  if (typeof value === 'object') {
    const members = Object.entries(value).filter(([, member]) => member !== undefined);
    members.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
    return `{${members.map(([name, member]) => `${JSON.stringify(name)}:${canonicalJson(member)}`).join(',')}}`;
  }
  throw new Error(`No canonical JSON for a ${typeof value}.`);
}
