/** The largest item by `key`, the first of equals; a NaN in first place wins, later ones lose, as in Python's max. */
export function pythonMax<T>(items: readonly T[], key: (item: T) => number): T | undefined {
  return items.reduce<T | undefined>(
    (best, item) => (best === undefined || key(item) > key(best) ? item : best),
    undefined
  );
}

/** The smallest item by `key`, with the same treatment of NaN. */
export function pythonMin<T>(items: readonly T[], key: (item: T) => number): T | undefined {
  return items.reduce<T | undefined>(
    (best, item) => (best === undefined || key(item) < key(best) ? item : best),
    undefined
  );
}
