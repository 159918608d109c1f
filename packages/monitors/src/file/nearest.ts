/** Levenshtein distance: insertions, deletions and substitutions from one text to the other. */
function distance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, i) => i);
  for (const [i, char] of [...from].entries()) {
    const next = [i + 1];
    for (const [j, other] of [...to].entries()) {
      const kept = (row[j] ?? 0) + (char === other ? 0 : 1);
      next.push(Math.min(kept, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}

/** The known name that was probably meant: undefined where none is near. */
export function nearest(written: string, known: readonly string[]): string | undefined {
  const small = written.toLowerCase();
  const ranked = known
    .map((name) => ({ name, far: distance(small, name.toLowerCase()) }))
    .sort((a, b) => a.far - b.far);
  const [first] = ranked;
  return first && first.far <= Math.max(2, Math.floor(written.length / 3)) ? first.name : undefined;
}

/** ' Did you mean "x"?', or the list of what there is. */
export function meant(written: string, known: readonly string[]): string {
  const near = nearest(written, known);
  return near === undefined ? `There is ${known.join(', ') || 'none'}.` : `Did you mean "${near}"?`;
}
