/** A failure that goes to the browser as `{ message }`: what, where, what to do next. */
export class Problem extends Error {
  readonly status: number;
  constructor(status: number, message: string) {
    super(message);
    this.name = 'Problem';
    this.status = status;
  }
}

/** The sentence of any thrown value. Node's fetch hides the reason ("connect ECONNREFUSED …") in `cause`. */
export function sentenceOf(error: unknown): string {
  if (!(error instanceof Error)) {
    return String(error);
  }
  const cause = error.cause;
  return cause instanceof Error && cause.message ? `${error.message} (${cause.message})` : error.message;
}
