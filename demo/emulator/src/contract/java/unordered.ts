import { isRecord } from '../../record.ts';
import type { Ids } from '../ids.ts';

/** Lists whose order differs from call to call or goes by random ids on the service. */
const unordered = ['violations', 'requests'];

/** A JSON value whose unordered lists are in an order of their own that both sides share. */
export function sortedLists(value: unknown, ids: Ids, side: 'recorded' | 'ours'): unknown {
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => {
      if (!unordered.includes(key) || !Array.isArray(inner)) return [key, inner];
      const keyed = inner.map((item: unknown) => ({ item, text: ids.masked(JSON.stringify(item), side) }));
      return [key, keyed.sort((a, b) => (a.text < b.text ? -1 : 1)).map(({ item }) => item)];
    })
  );
}

/** Lines of a metrics text, sorted the same way on both sides. */
export function sortedLines(lines: readonly string[], ids: Ids, side: 'recorded' | 'ours'): string[] {
  const keyed = lines.map((line) => ({ line, text: ids.masked(line, side) }));
  return keyed.sort((a, b) => (a.text < b.text ? -1 : 1)).map(({ line }) => line);
}
