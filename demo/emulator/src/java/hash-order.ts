/**
 * Keys in the order in which a Java HashMap iterates over them: replies list columns, tags and models that way.
 * A key's place is its hash modulo the table's size, which doubles from 16 on as soon as it is three quarters full;
 * keys in one place keep the order in which they came.
 */
export function hashOrder(keys: Iterable<string>): string[] {
  const all = [...new Set(keys)];
  let size = 16;
  while (all.length > size * 0.75) size *= 2;
  const place = (key: string) => {
    const hash = stringHash(key);
    return (hash ^ (hash >>> 16)) & (size - 1);
  };
  return all
    .map((key) => ({ key, place: place(key) }))
    .sort((a, b) => a.place - b.place)
    .map(({ key }) => key);
}

/** An object with these entries in hash order. */
export function hashOrdered<V>(entries: Iterable<readonly [string, V]>): Record<string, V> {
  const values = new Map(entries);
  return Object.fromEntries(hashOrder(values.keys()).flatMap((key) => entryOf(values, key)));
}

function entryOf<V>(values: ReadonlyMap<string, V>, key: string): Array<[string, V]> {
  const value = values.get(key);
  return value === undefined ? [] : [[key, value]];
}

/** Java's String.hashCode: a polynomial in 31 over the UTF-16 units, modulo 2^32. */
function stringHash(text: string): number {
  let hash = 0;
  for (let index = 0; index < text.length; index += 1) hash = (Math.imul(31, hash) + text.charCodeAt(index)) | 0;
  return hash;
}
