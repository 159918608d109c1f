import type { Ids } from '../ids.ts';

/** How downloaded rows differ: the same lines in the same order, times aside. */
export function csvDifferences(recorded: string, ours: string, ids: Ids): string[] {
  const [theirs, mine] = [recorded.split('\n'), ours.split('\n')];
  const count = Math.max(theirs.length, mine.length);
  return Array.from({ length: count }, (_, index) => [theirs[index], mine[index]] as const).flatMap(([their, my]) =>
    their !== undefined && my !== undefined && ids.same(timeless(their), timeless(my))
      ? []
      : [`recorded ${their ?? 'nothing'}, ours ${my ?? 'nothing'}`]
  );
}

function timeless(line: string): string {
  return line.replace(/"\d{13}"$/, '"time"');
}
