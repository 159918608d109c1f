import { useEffect, useState } from 'react';
import { sentenceOf, type Listed } from '../query/resources.ts';

/** A list on its way, there, or impossible to have. */
export type Listing<T> =
  { state: 'loading' } | { state: 'ready'; items: T[]; message?: string } | { state: 'failed'; message: string };

/**
 * Reads a list when `key` changes; a late answer to an earlier key is dropped.
 * @param key what the list depends on; undefined: there is nothing to list yet
 */
export function useListed<T>(key: string | undefined, read: (key: string) => Promise<Listed<T>>): Listing<T> {
  const [answer, setAnswer] = useState<{ key: string; listing: Listing<T> }>();
  useEffect(() => {
    let current = true;
    if (key !== undefined) {
      read(key).then(
        ({ items, message }) => current && setAnswer({ key, listing: { state: 'ready', items, message } }),
        (error: unknown) => current && setAnswer({ key, listing: { state: 'failed', message: sentenceOf(error) } })
      );
    }
    return () => {
      current = false;
    };
    // `read` closes over the data source only, which stays the same while the editor is open.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [key]);
  if (key === undefined) {
    return { state: 'ready', items: [] };
  }
  return answer?.key === key ? answer.listing : { state: 'loading' };
}
