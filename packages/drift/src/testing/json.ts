export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** The member at a path of keys; undefined where there is none. */
export function member(json: Json | undefined, ...keys: string[]): Json | undefined {
  return keys.reduce<Json | undefined>(
    (at, key) => (typeof at === 'object' && at !== null && !Array.isArray(at) ? at[key] : undefined),
    json
  );
}
