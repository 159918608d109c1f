import type { AnalysisSettings } from './settings.ts';

/** How sentences write numbers and times: by the viewer's locale, in the dashboard's time zone. */
export interface Formats {
  /** Three significant digits at most, no exponent between 0.0001 and a million: 0.312, 12.3, 1,234, 4e-7. */
  number: (value: number) => string;
  /** Whole number with its digits grouped: "5,000". */
  count: (n: number) => string;
  /** "1 feature", "13 features". */
  plural: (n: number, noun: string) => string;
  /** "<0.001", "0.004", "0.19", "1"; "–" where there is none. */
  p: (p: number | undefined) => string;
  /** As `p`, with its sign: "p <0.001", "p = 0.19". */
  pWithSign: (p: number) => string;
  /** Effect ÷ limit with one digit, ">99" beyond that; below the limit it never reads 1.0. */
  effect: (effect: number | undefined) => string;
  /** A share of 0 … 1 in percent, two significant digits: "21 %", "0.4 %". */
  share: (share: number) => string;
  /** "Sat 12:00" within a week of the panel's time range, with the date beyond: "Nov 14, 12:00". Epoch ms. */
  time: (ms: number) => string;
  /** "Sat 12:00–18:00", "Sat 12:00 – Sun 06:00": a stretch whose end is excluded. */
  range: (from: number, to: number) => string;
}

/** Written where there is nothing to write. */
export const NONE = '–';

const WEEK = 7 * 86_400_000;
const known = new Map<string, Formats>();

/** The formats for a viewer. A locale or time zone that the engine does not know is replaced (en-US, UTC), never thrown at. */
export function formats({ locale, timeZone, from, to }: AnalysisSettings): Formats {
  const key = [locale, timeZone, from, to].join('|');
  const found = known.get(key);
  if (found) {
    return found;
  }
  const made = { ...numberFormats(knownLocale(locale)), ...timeFormats(knownLocale(locale), timeZone, [from, to]) };
  if (known.size > 20) {
    known.clear();
  }
  known.set(key, made);
  return made;
}

function knownLocale(locale: string): string {
  try {
    return Intl.getCanonicalLocales(locale)[0] ?? 'en-US';
  } catch {
    return 'en-US';
  }
}

/** An IANA time zone that the engine knows, else UTC. */
export function knownTimeZone(timeZone: string): string {
  try {
    return new Intl.DateTimeFormat('en-US', { timeZone }).resolvedOptions().timeZone;
  } catch {
    return 'UTC';
  }
}

function numberFormats(locale: string): Omit<Formats, 'time' | 'range'> {
  const digits = new Intl.NumberFormat(locale, { maximumSignificantDigits: 3 });
  const two = new Intl.NumberFormat(locale, { maximumSignificantDigits: 2 });
  const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
  const one = new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  const thousandths = new Intl.NumberFormat(locale, { minimumFractionDigits: 3, maximumFractionDigits: 3 });
  const hundredths = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 });
  const signed = (value: number, text: string) => (value < 0 ? `−${text}` : text);
  const number = (value: number) => {
    if (Number.isNaN(value)) {
      return NONE;
    }
    const size = Math.abs(value);
    if (size === Infinity || size === 0) {
      return size === 0 ? '0' : signed(value, '∞');
    }
    if (size >= 1e6 || size < 1e-4) {
      return signed(value, size.toExponential(1).replace('e+', 'e').replace('.0e', 'e'));
    }
    return signed(value, (size >= 1000 ? whole : digits).format(size));
  };
  const count = (n: number) => (Number.isFinite(n) ? signed(n, whole.format(Math.abs(n))) : number(n));
  const p = (value: number | undefined) => {
    if (value === undefined || Number.isNaN(value)) {
      return NONE;
    }
    // Tiny negative p-values of the Java service are 0.
    return value < 0.001 ? `<${thousandths.format(0.001)}` : (value < 0.01 ? thousandths : hundredths).format(value);
  };
  return {
    number,
    count,
    plural: (n, noun) => `${count(n)} ${noun}${n === 1 ? '' : 's'}`,
    p,
    pWithSign: (value) => (value < 0.001 ? `p ${p(value)}` : `p = ${p(value)}`),
    effect: (value) => {
      if (value === undefined || Number.isNaN(value)) {
        return NONE;
      }
      // 0.96 must not read 1.0, the limit itself; 1.04 is over it.
      const shown = value < 1 && value >= 0.95 ? 0.9 : value < 0.05 ? 0 : value;
      return shown >= 99.5 ? '>99' : (shown >= 9.95 ? whole : one).format(shown);
    },
    share: (share) => (Number.isFinite(share) ? `${two.format(share * 100)} %` : NONE),
  };
}

function timeFormats(
  locale: string,
  zone: string,
  [from, to]: readonly [number, number]
): Pick<Formats, 'time' | 'range'> {
  const timeZone = knownTimeZone(zone);
  const clock = new Intl.DateTimeFormat(locale, { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  const weekday = new Intl.DateTimeFormat(locale, { timeZone, weekday: 'short' });
  const date = new Intl.DateTimeFormat(locale, { timeZone, month: 'short', day: 'numeric' });
  const dateOfYear = new Intl.DateTimeFormat(locale, { timeZone, year: 'numeric', month: 'short', day: 'numeric' });
  const year = new Intl.DateTimeFormat('en-US', { timeZone, year: 'numeric' });
  const thisYear = isTime(to) ? year.format(to) : '';
  // Seven days as a dashboard has them are a little more, or an hour less or more by summer time.
  const inWeek = to - from <= WEEK + 3_700_000;
  const day = (ms: number) => {
    if (inWeek && ms >= to - WEEK && ms <= to + WEEK / 7) {
      return weekday.format(ms);
    }
    return `${(year.format(ms) === thisYear ? date : dateOfYear).format(ms)},`;
  };
  const time = (ms: number) => (isTime(ms) ? `${day(ms)} ${clock.format(ms)}` : NONE);
  return {
    time,
    range: (start, end) => {
      if (!isTime(start) || !isTime(end)) {
        return NONE;
      }
      const sameDay = dateOfYear.format(start) === dateOfYear.format(end - 1);
      const midnight = clock.format(end) === clock.format(start) && end - start > 3_600_000;
      return sameDay && !midnight ? `${time(start)}–${clock.format(end)}` : `${time(start)} – ${time(end)}`;
    },
  };
}

/** What `Date` can hold. */
function isTime(ms: number): boolean {
  return Math.abs(ms) <= 8.64e15;
}

/** "a", "a and b", "a, b and 3 more"; never "1 more", which takes no less room than its name. */
export function listNames(names: readonly string[], most: number): string {
  const shown = names.length === most + 1 ? names : names.slice(0, most);
  const rest = names.length - shown.length;
  if (rest > 0) {
    return `${shown.join(', ')} and ${rest} more`;
  }
  const last = shown[shown.length - 1];
  return shown.length > 1 && last !== undefined ? `${shown.slice(0, -1).join(', ')} and ${last}` : (last ?? '');
}
