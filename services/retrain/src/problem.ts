/** Something that people must mend; the message is a sentence that says what, where and what to do. */
export class Problem extends Error {}

/** What an unknown thrown value says, for use inside a sentence. Network errors hide theirs in `cause`. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) {
    return String(error);
  }
  const inner = error.cause instanceof Error ? error.cause : error;
  return inner.message || ('code' in inner && typeof inner.code === 'string' ? inner.code : inner.name);
}

/** The system's code of an error, such as ECONNREFUSED. */
export function codeOf(error: unknown): string | undefined {
  const inner = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  return inner instanceof Error && 'code' in inner && typeof inner.code === 'string' ? inner.code : undefined;
}
