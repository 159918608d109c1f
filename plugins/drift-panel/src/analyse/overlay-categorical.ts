import type { CategoricalOverlay } from '../report/overlay.ts';
import { plural } from './format.ts';

/** More categories than this are drawn as one, "other". */
const MOST_CATEGORIES = 12;

/** Shares of both sides per category, the most frequent of both together first. */
export function categoricalOverlay(
  reference: ReadonlyArray<string | null>,
  current: ReadonlyArray<string | null>,
  sentence: string
): CategoricalOverlay | undefined {
  const ref = count(reference);
  const cur = count(current);
  if (ref.n === 0 || cur.n === 0) {
    return undefined;
  }
  const share = ({ counts, n }: Counted, category: string) => (counts.get(category) ?? 0) / n;
  const all = [...new Set([...ref.counts.keys(), ...cur.counts.keys()])].sort(
    (a, b) => share(ref, b) + share(cur, b) - share(ref, a) - share(cur, a) || a.localeCompare(b)
  );
  const drawn = all.length > MOST_CATEGORIES ? all.slice(0, MOST_CATEGORIES - 1) : all;
  const rest = all.slice(drawn.length);
  const withRest = (side: Counted) => [
    ...drawn.map((category) => share(side, category)),
    ...(rest.length > 0 ? [rest.reduce((total, category) => total + share(side, category), 0)] : []),
  ];
  const missing = reference.length + current.length - ref.n - cur.n;
  return {
    kind: 'categorical',
    categories: rest.length > 0 ? [...drawn, `${rest.length} others`] : drawn,
    reference: withRest(ref),
    current: withRest(cur),
    nReference: ref.n,
    nCurrent: cur.n,
    remark: missing > 0 ? `${plural(missing, 'value')} missing` : '',
    sentence,
  };
}

interface Counted {
  counts: Map<string, number>;
  n: number;
}

function count(values: ReadonlyArray<string | null>): Counted {
  const counts = new Map<string, number>();
  let n = 0;
  for (const value of values) {
    if (value !== null) {
      counts.set(value, (counts.get(value) ?? 0) + 1);
      n += 1;
    }
  }
  return { counts, n };
}
