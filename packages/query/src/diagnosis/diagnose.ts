import type { Schedule } from '../service/model.ts';
import type { Notice } from '../frames/contract.ts';
import { DIAGNOSIS_STATES } from './diagnosis.ts';
import type { Diagnosis, DiagnosisState } from './diagnosis.ts';
import { referenceInWindow, shortWindow, wrongRows } from './doubtful-windows.ts';
import type { Evidence } from './evidence.ts';
import { notScheduled, scheduleLost } from './missing-schedules.ts';
import { unknownColumn, unknownTag } from './schedule-faults.ts';
import { notScraped, stale } from './scrape-history.ts';
import { fewRows, halfWritten, noDataYet } from './stored-rows.ts';
import { labelSetClash, noInferenceSinceRestart, notPublishedYet, tickStopped } from './unpublished.ts';
import { viewOf } from './view.ts';
import type { Rule } from './view.ts';

/** What makes a number doubtful, whether it was scheduled or computed on demand. */
const doubts: readonly Rule[] = [halfWritten, fewRows, referenceInWindow, shortWindow, wrongRows];

const rules: readonly Rule[] = [
  ...doubts,
  noDataYet,
  unknownColumn,
  unknownTag,
  scheduleLost,
  notScheduled,
  noInferenceSinceRestart,
  tickStopped,
  labelSetClash,
  notPublishedYet,
  notScraped,
  stale,
];

const NO_VALUE: readonly DiagnosisState[] = ['label set clash', 'not published yet', 'published, not scraped', 'stale'];
const NO_ROWS: readonly DiagnosisState[] = [
  'fewer than 2 rows',
  'reference rows in the window',
  'window too short',
  'tags paired with wrong rows',
];

/** What a finding explains, and so hides, where both are about the same. */
const explains: Readonly<Partial<Record<DiagnosisState, readonly DiagnosisState[]>>> = {
  'half-written rows': [...NO_VALUE, ...NO_ROWS, 'no inference since restart'],
  'no data yet': [...NO_VALUE, ...NO_ROWS, 'not scheduled', 'no inference since restart', 'tick stopped'],
  'unknown column': [...NO_ROWS, 'tick stopped', 'stale'],
  'unknown tag': NO_ROWS,
  'schedule lost': ['not scheduled'],
  'fewer than 2 rows': ['reference rows in the window', 'window too short', 'stale'],
  'no inference since restart': [...NO_VALUE, 'tick stopped'],
  'tick stopped': ['not published yet', 'stale'],
};

/** A finding about all covers one about a part; one schedule's fault stops the tick of the whole model. */
function covers(cause: Diagnosis, effect: Diagnosis): boolean {
  const same = <T>(wide: T | undefined, narrow: T | undefined) => wide === undefined || wide === narrow;
  return (
    (explains[cause.state]?.includes(effect.state) ?? false) &&
    (effect.state === 'tick stopped' ||
      (same(cause.metric, effect.metric) && same(cause.schedule, effect.schedule)) ||
      cause.state === 'tick stopped')
  );
}

function rank({ state }: Diagnosis): number {
  return DIAGNOSIS_STATES.indexOf(state);
}

function conclude(evidence: Evidence, chosen: readonly Rule[], oneShot: boolean): Diagnosis[] {
  const view = viewOf(evidence, oneShot);
  const found = chosen.flatMap((rule) => rule(view)).sort((a, b) => rank(a) - rank(b));
  return found.filter((effect) => !found.some((cause) => rank(cause) < rank(effect) && covers(cause, effect)));
}

/**
 * What is wrong with the scheduled metrics of one model, the most fundamental first; a finding hides those below it that
 * it explains. Nothing found means that nothing is known to be wrong.
 */
export function diagnose(evidence: Evidence): Diagnosis[] {
  return conclude(evidence, rules, false);
}

/** What makes the number of a one-shot call doubtful; `schedules` holds the call as if it were scheduled. */
export function diagnoseOneShot(evidence: Evidence): Diagnosis[] {
  return conclude(evidence, doubts, true);
}

/** What would make the number of a call or schedule doubtful that is not made yet. */
export function doubtsAbout(
  planned: Omit<Schedule, 'id' | 'serviceMetric'>,
  known: Omit<Evidence, 'schedules' | 'published'>
): Diagnosis[] {
  const schedule = { ...planned, id: '', serviceMetric: planned.metric ?? '' };
  return diagnoseOneShot({ ...known, schedules: [schedule], published: [] });
}

/** More than this nobody reads on a panel. */
const MAX_NOTICES = 5;

/** Findings as notices of a frame: what is the case, then what to do. */
export function noticesOf(found: readonly Diagnosis[]): Notice[] {
  const shown = found.slice(0, MAX_NOTICES).map(({ severity, sentence, next }): Notice => ({
    severity,
    text: `${sentence} ${next}`,
  }));
  const more = found.length - shown.length;
  return more > 0
    ? [...shown, { severity: 'info', text: `${more} more findings: choose one model and metric to see them.` }]
    : shown;
}
