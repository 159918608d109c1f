/** What the text of a cell means. */

const missingMarks = new Set(['', 'na', 'n/a', 'nan', 'null', 'none']);

export function isMissing(cell: string): boolean {
  return missingMarks.has(cell.trim().toLowerCase());
}

const decimal = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

/** A finite decimal number, or undefined: hexadecimal, "1,5" and "Infinity" are not numbers here. */
export function toNumber(cell: string): number | undefined {
  const text = cell.trim();
  const value = Number(text);
  return decimal.test(text) && Number.isFinite(value) ? value : undefined;
}

const dateTime =
  /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:[T ](\d{1,2}):(\d{2})(?::(\d{2})(\.\d+)?)?)?\s*(Z|[+-]\d{2}:?\d{2})?$/;

/**
 * Epoch milliseconds of a time: 2024-12-31, 2024-12-31T23:59:59Z, 2024-12-31 23:59 (no zone means UTC), or a number of
 * seconds, which from 1e11 on is read as milliseconds. Undefined for anything else, 30 February included.
 */
export function toTime(cell: string): number | undefined {
  const epoch = toNumber(cell);
  if (epoch !== undefined) {
    return Math.abs(epoch) >= 1e11 ? epoch : epoch * 1000;
  }
  const match = dateTime.exec(cell.trim());
  if (!match) {
    return undefined;
  }
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match
    .slice(1, 7)
    .map((part) => Number(part ?? 0));
  const fraction = Number(match[7] ?? 0);
  const utc = Date.UTC(year, month - 1, day, hour, minute, second);
  const back = new Date(utc);
  const real =
    back.getUTCMonth() === month - 1 && back.getUTCDate() === day && hour <= 23 && minute <= 59 && second <= 59;
  return real ? utc + fraction * 1000 - zoneMs(match[8]) : undefined;
}

function zoneMs(zone: string | undefined): number {
  if (zone === undefined || zone === 'Z') {
    return 0;
  }
  const sign = zone.startsWith('-') ? -1 : 1;
  const digits = zone.slice(1).replace(':', '');
  return sign * (Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2))) * 60_000;
}
