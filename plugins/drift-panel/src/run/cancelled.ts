/** Work that was stopped because nobody waits for its answer any more. No failure: nothing is said about it. */
export class Cancelled extends Error {
  constructor() {
    super('No longer asked for.');
    this.name = 'Cancelled';
  }
}
