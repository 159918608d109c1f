import { clockOf, HOURS_OF_WEEK, weekdayName } from './hour-of-week.ts';

/** The same hours on neighbouring weekdays; a night belongs to the day that it begins on. */
export interface WeekBlock {
  firstDay: number;
  days: number;
  firstHour: number;
  hours: number;
  /** Marked hours in it, and hours in it that could have been. */
  marked: number;
  judged: number;
}

/**
 * The block of the week that covers the marked hours best: that with the highest F1 of marked hours inside (harmonic mean of
 * their part of all marked ones, and of all judged ones inside). All blocks are tried; of equal ones
 * the smallest is taken.
 * @param marked, judged 168 each; what is not judged is neither for nor against a block
 */
export function bestBlock(marked: readonly boolean[], judged: readonly boolean[]): WeekBlock | undefined {
  const whole = marked.filter(Boolean).length;
  let best: WeekBlock | undefined;
  let highest = 0;
  for (let firstHour = 0; firstHour < 24; firstHour++) {
    for (let hours = 1; hours <= (firstHour === 0 ? 24 : 23); hours++) {
      const days = Array.from({ length: 7 }, (_, day) => countIn(day * 24 + firstHour, hours, { marked, judged }));
      for (const block of runsOfDays(days)) {
        const score = (2 * block.marked) / (whole + block.judged);
        const smaller = score > highest - 1e-12 && best && block.days * hours < best.days * best.hours;
        if (score > highest + 1e-12 || smaller) {
          highest = score;
          best = { ...block, firstHour, hours };
        }
      }
    }
  }
  return best;
}

interface Count {
  marked: number;
  judged: number;
}

function countIn(
  start: number,
  hours: number,
  { marked, judged }: { marked: readonly boolean[]; judged: readonly boolean[] }
): Count {
  const count = { marked: 0, judged: 0 };
  for (let at = start; at < start + hours; at++) {
    count.marked += marked[at % HOURS_OF_WEEK] ? 1 : 0;
    count.judged += judged[at % HOURS_OF_WEEK] ? 1 : 0;
  }
  return count;
}

/** Neighbouring days, over Sunday as well. */
function* runsOfDays(days: readonly Count[]): Generator<Count & { firstDay: number; days: number }> {
  for (let firstDay = 0; firstDay < 7; firstDay++) {
    const sum = { marked: 0, judged: 0 };
    for (let length = 1; length <= (firstDay === 0 ? 7 : 6); length++) {
      const day = days[(firstDay + length - 1) % 7];
      sum.marked += day?.marked ?? 0;
      sum.judged += day?.judged ?? 0;
      yield { ...sum, firstDay, days: length };
    }
  }
}

/** "Mon–Fri 22:00–04:00", "Sat all day", "every day 08:00–17:00". */
export function blockInWords({ firstDay, days, firstHour, hours }: WeekBlock, locale: string): string {
  const first = weekdayName(firstDay, locale);
  const span = days === 7 ? 'every day' : days === 1 ? first : `${first}–${weekdayName(firstDay + days - 1, locale)}`;
  return hours === 24 ? `${span} all day` : `${span} ${clockOf(firstHour)}–${clockOf(firstHour + hours)}`;
}
