import { dateMath, dateTime, ISO_8601, type DataFrame } from '@grafana/data';
import { defaultOptions } from '../options/options.ts';
import type { Progress } from '../run/analyst.ts';
import type { Problem } from './data-set.ts';
import { namedColumn } from './frame-columns.ts';
import { decodeProfile, type Profile } from '@soundcheck/drift';
import { declared } from './read-role.ts';
import { timeColumn, timeFrom } from './read-times.ts';
import { SLICE, type Wanted } from './reader.ts';

/** How rows that do not say their side themselves get one, from the options. */
export type SidePlan =
  | { by: 'query'; name: string; says: string }
  /** `cut`: rows before it are the reference, NaN where no frame has times; then the first `share` of the rows. */
  | { by: 'share'; share: number; cut: number; says: string }
  /** Epoch ms, end excluded. */
  | { by: 'range'; from: number; to: number; says: string }
  | { by: 'marked'; column: string; value: string; says: string }
  | { by: 'profile'; profile: Profile | undefined; says: string };

/** What the options say about the reference, held against the frames, with what is wrong about it. */
export function* planSides(
  frames: readonly DataFrame[],
  wanted: Wanted
): Generator<Progress, { plan: SidePlan; problems: Problem[] }> {
  const { reference } = wanted;
  switch (reference.from) {
    case 'share': {
      const given = Number.isFinite(reference.share) ? reference.share : defaultOptions.reference.share;
      const share = Math.min(1, Math.max(0, given));
      const [first, last] = yield* timeSpan(frames, wanted.fields.time);
      const cut = first + share * (last - first);
      const of = Number.isNaN(cut) ? 'rows' : 'time';
      return {
        plan: { by: 'share', share, cut, says: `first ${Math.round(share * 100)} % of the ${of}` },
        problems: [],
      };
    }
    case 'range':
      return rangePlan(wanted);
    case 'marked':
      return markedPlan(frames, wanted);
    case 'profile':
      return profilePlan(reference.profile);
    default: {
      const name = reference.query.trim();
      const byRefId = frames.some(({ refId }) => refId?.toLowerCase() === name.toLowerCase());
      return {
        plan: { by: 'query', name: name.toLowerCase(), says: byRefId ? `query ${name}` : `frame ${name}` },
        problems: [],
      };
    }
  }
}

function profilePlan(json: string): { plan: SidePlan; problems: Problem[] } {
  const profile = decodeProfile(json);
  const says = 'saved profile';
  if (!('wrong' in profile)) {
    return { plan: { by: 'profile', profile, says }, problems: [] };
  }
  const what = `The saved profile cannot be used: ${profile.wrong}`;
  const remedy = 'Save one from a panel that shows the reference, or choose another reference in the options.';
  return { plan: { by: 'profile', profile: undefined, says }, problems: [{ what, remedy }] };
}

function rangePlan({ reference, to }: Wanted): { plan: SidePlan; problems: Problem[] } {
  const ends = [reference.start, reference.end].map((text) => timeOf(text, to));
  const [start = NaN, end = NaN] = ends;
  const plan: SidePlan = { by: 'range', from: start, to: end, says: `${reference.start} to ${reference.end}` };
  const wrong = [reference.start, reference.end].filter((_, i) => Number.isNaN(ends[i]));
  if (wrong.length > 0) {
    const what = `The range of the reference has no readable ${wrong.length === 2 ? 'start and end' : Number.isNaN(start) ? 'start' : 'end'}: ${wrong.map((text) => `"${text}"`).join(', ')}`;
    return { plan, problems: [{ what, remedy: 'Write a time as 2026-11-01T00:00:00Z or as now-14d.' }] };
  }
  return start < end
    ? { plan, problems: [] }
    : {
        plan,
        problems: [
          {
            what: `The range of the reference ends before it begins: ${plan.says}`,
            remedy: 'Put the earlier time into its start.',
          },
        ],
      };
}

/**
 * A time from the options in epoch ms, NaN where it cannot be read: ISO 8601 or Grafana's relative form. "now" is the
 * end of the panel's time range, so that a dashboard of the past keeps its reference; "/d" rounds in the browser's zone.
 */
function timeOf(text: string, now: number): number {
  const trimmed = text.trim();
  if (trimmed === '') {
    return NaN;
  }
  const parsed = trimmed.startsWith('now')
    ? dateMath.parseDateMath(trimmed.slice(3), dateTime(now))
    : dateTime(trimmed, ISO_8601);
  return parsed?.isValid() ? parsed.valueOf() : NaN;
}

function markedPlan(frames: readonly DataFrame[], { reference }: Wanted): { plan: SidePlan; problems: Problem[] } {
  const column = reference.column.trim();
  const value = reference.value.trim();
  const plan: SidePlan = { by: 'marked', column, value, says: `rows with ${column} = ${value}` };
  const known = frames.some(
    (frame) => namedColumn(frame, column) || frame.fields.some(({ labels }) => labels?.[column] !== undefined)
  );
  if (column !== '' && known) {
    return { plan, problems: [] };
  }
  const what =
    column === ''
      ? 'No column is chosen that marks the rows of the reference'
      : `No column or label "${column}" marks the rows of the reference`;
  return { plan, problems: [{ what, remedy: 'Choose the column in the options of the reference.' }] };
}

/** First and last time of all frames that do not say their side; NaN where there is none. */
function* timeSpan(frames: readonly DataFrame[], picked: string): Generator<Progress, [first: number, last: number]> {
  let [first, last] = [Infinity, -Infinity];
  for (const frame of frames) {
    const times: ArrayLike<unknown> = (declared(frame).side ? undefined : timeColumn(frame, picked))?.values ?? [];
    for (let row = 0; row < times.length; row++) {
      const time = timeFrom(times[row]);
      if (!Number.isNaN(time)) {
        first = Math.min(first, time);
        last = Math.max(last, time);
      }
      if (row % SLICE === SLICE - 1) {
        yield { share: 0, doing: 'looking at the times' };
      }
    }
  }
  return first <= last ? [first, last] : [NaN, NaN];
}
