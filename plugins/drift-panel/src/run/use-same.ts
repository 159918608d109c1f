import { useState } from 'react';

/** The value of before as long as the new one means the same, so that nothing depends on who made the object. */
export function useSame<T>(value: T, same: (a: T, b: T) => boolean): T {
  const [kept, setKept] = useState(value);
  if (kept === value || same(kept, value)) {
    return kept;
  }
  setKept(value);
  return value;
}
