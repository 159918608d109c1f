/** Work by key: each key at most once at a time, and at most `width` keys at once. What finds no place is offered again. */
export class Lane {
  private readonly active = new Map<string, Promise<void>>();

  constructor(
    private readonly width: number,
    private readonly onDone: () => void
  ) {}

  /** `work` must not reject. */
  offer(key: string, work: () => Promise<void>): void {
    if (this.active.size >= this.width || this.active.has(key)) {
      return;
    }
    const done = work().finally(() => {
      this.active.delete(key);
      this.onDone();
    });
    this.active.set(key, done);
  }

  async settle(): Promise<void> {
    await Promise.allSettled(this.active.values());
  }
}
