/** Work by key: each key at most once at a time, and at most `width` keys at once; the others wait for a place. */
export class Lane {
  private readonly active = new Map<string, Promise<void>>();
  private readonly waiting = new Map<string, () => Promise<void>>();

  constructor(
    private readonly width: number,
    private readonly onDone: () => void
  ) {}

  /** `work` must not reject. */
  offer(key: string, work: () => Promise<void>): void {
    if (!this.active.has(key) && !this.waiting.has(key)) {
      this.waiting.set(key, work);
      this.fill();
    }
  }

  /** Begins nothing more, and waits for what was begun. */
  async stop(): Promise<void> {
    this.waiting.clear();
    await Promise.allSettled(this.active.values());
  }

  private fill(): void {
    for (const [key, work] of this.waiting) {
      if (this.active.size >= this.width) {
        return;
      }
      this.waiting.delete(key);
      const done = work().finally(() => {
        this.active.delete(key);
        this.fill();
        this.onDone();
      });
      this.active.set(key, done);
    }
  }
}
