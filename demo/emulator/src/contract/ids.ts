const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

/** Which random id of ours stands for which recorded one. The pairing is found as replies are compared. */
export class Ids {
  private readonly ours = new Map<string, string>();
  private readonly recorded = new Map<string, string>();

  /** The text with every paired recorded id replaced by ours. */
  translate(text: string): string {
    return text.replace(uuid, (id) => this.ours.get(id) ?? id);
  }

  /** The text with paired ids, recorded or ours, replaced by ours and all others by a sign: the same on both sides. */
  masked(text: string, side: 'recorded' | 'ours'): string {
    return text.replace(uuid, (id) => (side === 'recorded' ? this.ours.get(id) : this.recorded.has(id) && id) || '#');
  }

  pair(recorded: string, ours: string): void {
    this.ours.set(recorded, ours);
    this.recorded.set(ours, recorded);
  }

  /** True when two texts are the same but for ids; ids seen for the first time are paired. */
  same(recorded: string, ours: string): boolean {
    if (recorded === ours) return true;
    if (recorded.replace(uuid, '#') !== ours.replace(uuid, '#')) return false;
    const theirs = recorded.match(uuid) ?? [];
    const mine = ours.match(uuid) ?? [];
    return theirs.every((id, index) => this.matches(id, mine[index] ?? ''));
  }

  private matches(recorded: string, ours: string): boolean {
    if (!this.ours.has(recorded) && !this.recorded.has(ours)) this.pair(recorded, ours);
    return this.ours.get(recorded) === ours && this.recorded.get(ours) === recorded;
  }
}
