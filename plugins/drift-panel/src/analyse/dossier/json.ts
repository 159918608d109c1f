/** What a dossier holds. */
export type Json =
  string | number | boolean | null | undefined | readonly Json[] | Float64Array | { readonly [name: string]: Json };

/**
 * JSON with every number: infinity is 1e999, which every parser reads as infinity (`JSON.parse` and Python's among them),
 * and NaN, a missing value, is null.
 */
export function toJson(value: Json): string {
  if (typeof value === 'number') {
    return Number.isNaN(value) ? 'null' : Number.isFinite(value) ? String(value) : value > 0 ? '1e999' : '-1e999';
  }
  if (value instanceof Float64Array) {
    return `[${Array.from(value, toJson).join(',')}]`;
  }
  if (isList(value)) {
    return `[${value.map((one) => toJson(one ?? null)).join(',')}]`;
  }
  if (typeof value === 'object' && value !== null) {
    const parts = Object.entries(value).flatMap(([name, one]) =>
      one === undefined ? [] : [`${JSON.stringify(name)}:${toJson(one)}`]
    );
    return `{${parts.join(',')}}`;
  }
  return JSON.stringify(value ?? null);
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}
