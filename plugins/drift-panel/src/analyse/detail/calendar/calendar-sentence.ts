import type { Formats } from '../../format.ts';
import type { AnalysisSettings } from '../../settings.ts';
import { bestBlock, blockInWords } from './calendar-block.ts';
import type { HourVerdict } from './hour-verdict.ts';

/** From this share of the judged hours on, drift has no season. */
const NEARLY_ALL = 0.8;
/** A block is named where its F1 is at least this. */
const CLEAR = 0.8;

/** Which part of the week stands out, one sentence. */
export function calendarSentence(
  hours: readonly HourVerdict[],
  { alpha, locale }: Pick<AnalysisSettings, 'alpha' | 'locale'>,
  formats: Formats
): string {
  const judged = hours.map(({ effect, level }) => effect !== undefined && level !== 'few');
  const marked = hours.map(({ over }, i) => over && judged[i] === true);
  const [all, over] = [judged.filter(Boolean).length, marked.filter(Boolean).length];
  if (all === 0) {
    return 'No hour of the week has enough rows for a verdict: widen the time range.';
  }
  if (over === 0) {
    return calmSentence(hours, all, { alpha, formats });
  }
  if (over >= NEARLY_ALL * all) {
    return all === over
      ? 'Over the limit at all hours: the change has no season.'
      : `Over the limit in ${formats.count(over)} of ${formats.plural(all, 'hour')} of the week: the change has no season.`;
  }
  const block = bestBlock(marked, judged);
  if (!block || (2 * block.marked) / (over + block.judged) < CLEAR) {
    return `Over the limit in ${formats.count(over)} of ${formats.plural(all, 'hour')} of the week, in no common block.`;
  }
  const where = blockInWords(block, locale);
  if (block.marked === over) {
    const calm = block.judged - block.marked;
    return calm === 0
      ? `Over the limit only ${where}.`
      : `Over the limit only ${where}, in ${formats.count(block.marked)} of ${formats.plural(block.judged, 'hour')} there.`;
  }
  return `Over the limit mostly ${where}: ${formats.count(block.marked)} of ${formats.plural(over, 'hour')}.`;
}

function calmSentence(
  hours: readonly HourVerdict[],
  all: number,
  { alpha, formats }: { alpha: number; formats: Formats }
): string {
  const alone = hours.filter(({ effect }) => effect !== undefined && effect > 1).length;
  return alone === 0
    ? 'No hour of the week is over its limit.'
    : `${formats.count(alone)} of ${formats.plural(all, 'hour')} over the limit, ${formats.number(Number((all * alpha).toPrecision(2)))} expected by chance: no hour stands out.`;
}
