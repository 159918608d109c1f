/** `2026-01-05T10:11:12.345+00:00` for epoch milliseconds. */
export function offsetTime(epochMs: number): string {
  return new Date(Math.floor(epochMs)).toISOString().replace('Z', '+00:00');
}

/** A local date-time without zone, read as UTC, with as many digits of the second as there are. */
export function localTime(epochMs: number): string {
  const wholeMs = Math.floor(epochMs);
  const nanos = Math.round((epochMs - wholeMs) * 1000) * 1000;
  const text = new Date(wholeMs).toISOString().slice(0, -1);
  return nanos > 0 ? `${text}${String(nanos).padStart(6, '0')}` : text;
}

const pieces = [/^\d{4}-(0\d|1[0-2])-([0-2]\d|3[01])/, /^T([01]\d|2[0-3]):[0-5]\d/] as const;

/** Epoch milliseconds of an ISO local date-time, read as UTC; else where and why it cannot be read. */
export function readLocalTime(text: string): number | { fault: string } {
  let at = 0;
  for (const piece of pieces) {
    const match = piece.exec(text.slice(at));
    if (!match) return { fault: `Text '${text}' could not be parsed at index ${at}` };
    at += match[0].length;
  }
  at += /^(:[0-5]\d(\.\d{1,9})?)?/.exec(text.slice(at))?.[0].length ?? 0;
  if (at < text.length) return { fault: `Text '${text}' could not be parsed, unparsed text found at index ${at}` };
  const [whole = '', fraction = '0'] = text.split('.');
  return Date.parse(`${whole.length === 16 ? `${whole}:00` : whole}Z`) + Number(`0.${fraction}`) * 1000;
}
