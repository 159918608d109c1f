import { useEffect, useState } from 'react';

/** What a promise gives: nothing yet, a value, or a sentence. */
export type Loaded<T> = { state: 'loading' } | { state: 'done'; value: T } | { state: 'failed'; message: string };

/** Loads once per key; an answer that comes after the key changed is dropped. */
export function useLoaded<T>(load: () => Promise<T>, key: string): Loaded<T> {
  const [loaded, setLoaded] = useState<{ key: string; result: Loaded<T> }>();
  useEffect(() => {
    let current = true;
    const settle = (result: Loaded<T>) => current && setLoaded({ key, result });
    load().then(
      (value) => settle({ state: 'done', value }),
      (error: unknown) => settle({ state: 'failed', message: messageOf(error) })
    );
    return () => {
      current = false;
    };
    // `load` is a new function at each render; the key says when it means something else.
  }, [key]);
  return loaded?.key === key ? loaded.result : { state: 'loading' };
}

/** The sentence of an Error, of a failed request or of anything else thrown. */
export function messageOf(error: unknown): string {
  if (typeof error === 'object' && error !== null && 'message' in error && typeof error.message === 'string') {
    return error.message;
  }
  return String(error);
}
