/** What went wrong, as one sentence that ends with a full stop. */
export function inWords(error: unknown): string {
  const text = error instanceof Error ? error.message : typeof error === 'string' ? error : '';
  const said = text.trim() || 'The analysis stopped without saying why';
  return /[.!?]$/.test(said) ? said : `${said}.`;
}
