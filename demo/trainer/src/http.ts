/**
 * One request.
 * @returns the body of the reply @throws Error with method, address and the reply's own words
 */
export async function call(method: 'GET' | 'POST', url: string, headers: Record<string, string> = {}): Promise<string> {
  const reply = await fetch(url, { method, headers, signal: AbortSignal.timeout(30_000) });
  const text = await reply.text();
  if (!reply.ok) {
    throw new Error(`${method} ${url} answered ${reply.status}: ${text.slice(0, 200)}`);
  }
  return text;
}
