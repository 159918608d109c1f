import { dateTimeFormat } from '@grafana/data';
import type { Say } from '../../report/cell-words.ts';

const DAY = 86_400_000;

/** How the panel writes numbers and the times of chunks. */
export function sayIn(timeZone: string): Say {
  const number = new Intl.NumberFormat(undefined, { maximumSignificantDigits: 3 });
  const whole = new Intl.NumberFormat(undefined, { maximumFractionDigits: 0 });
  const format = (time: number, pattern: string) => dateTimeFormat(time, { timeZone, format: pattern });
  return {
    number: (value) => (Math.abs(value) >= 1000 ? whole : number).format(value),
    effect: (value) => (value > 99 ? '>99' : Number.isFinite(value) ? value.toFixed(1) : '∞'),
    period: (from, to) => {
      if (!(to > from)) {
        return undefined;
      }
      // Whole days need no clock; a chunk inside of a day names the day once.
      const wholeDays = format(from, 'HH:mm') === '00:00' && format(to, 'HH:mm') === '00:00' && to - from >= DAY;
      if (wholeDays) {
        const last = format(to - 1, 'ddd D MMM');
        const first = format(from, 'ddd D MMM');
        return first === last ? first : `${first} – ${last}`;
      }
      const sameDay = format(from, 'YYYY-MM-DD') === format(to - 1, 'YYYY-MM-DD');
      return `${format(from, 'ddd D MMM HH:mm')}–${format(to, sameDay ? 'HH:mm' : 'ddd HH:mm')}`;
    },
  };
}
