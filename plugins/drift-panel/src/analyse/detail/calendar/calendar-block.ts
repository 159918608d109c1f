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
  const [markedUpTo, judgedUpTo] = [sums(marked), sums(judged)];
  const whole = marked.filter(Boolean).length;
  let best: WeekBlock | undefined;
  let highest = 0;
  for (let firstHour = 0; firstHour < 24; firstHour++) {
    for (let hours = 1; hours <= (firstHour === 0 ? 24 : 23); hours++) {
      for (let firstDay = 0; firstDay < 7; firstDay++) {
        let [inside, asked] = [0, 0];
        for (let days = 1; days <= (firstDay === 0 ? 7 : 6); days++) {
          const start = ((firstDay + days - 1) % 7) * 24 + firstHour;
          inside += (markedUpTo[start + hours] ?? 0) - (markedUpTo[start] ?? 0);
          asked += (judgedUpTo[start + hours] ?? 0) - (judgedUpTo[start] ?? 0);
          const score = (2 * inside) / (whole + asked);
          const smaller = best && score > highest - 1e-12 && days * hours < best.days * best.hours;
          if (score > highest + 1e-12 || smaller) {
            highest = score;
            best = { firstDay, days, firstHour, hours, marked: inside, judged: asked };
          }
        }
      }
    }
  }
  return best;
}

/** How many of the hours before each are true, over two weeks: a block may go on over Sunday. */
function sums(hours: readonly boolean[]): Uint16Array {
  const upTo = new Uint16Array(2 * HOURS_OF_WEEK + 1);
  for (let at = 0; at < 2 * HOURS_OF_WEEK; at++) {
    upTo[at + 1] = (upTo[at] ?? 0) + (hours[at % HOURS_OF_WEEK] ? 1 : 0);
  }
  return upTo;
}

/** "Mon–Fri 22:00–04:00", "Sat all day", "every day 08:00–17:00". */
export function blockInWords({ firstDay, days, firstHour, hours }: WeekBlock, locale: string): string {
  const first = weekdayName(firstDay, locale);
  const span = days === 7 ? 'every day' : days === 1 ? first : `${first}–${weekdayName(firstDay + days - 1, locale)}`;
  return hours === 24 ? `${span} all day` : `${span} ${clockOf(firstHour)}–${clockOf(firstHour + hours)}`;
}
