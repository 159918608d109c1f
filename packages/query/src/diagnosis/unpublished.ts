import { formatCount } from '../catalogue/limits.ts';
import type { Schedule } from '../service/model.ts';
import type { Diagnosis } from './diagnosis.ts';
import type { Evidence } from './evidence.ts';
import { failureOf, soundSchedules } from './schedule-faults.ts';
import { about, counted, finding, isDrift, listed, nameOf, seriesOf, valuesOf, wasSeen } from './view.ts';
import type { Rule } from './view.ts';

/** Schedules with nothing known against them that have no value. */
function waiting(evidence: Evidence, schedules: readonly Schedule[]): Schedule[] {
  return soundSchedules(evidence, schedules).filter((schedule) => seriesOf(evidence, schedule).length === 0);
}

/** Python: after a restart nothing is computed until one inference arrives. Java on a volume: nor is the model listed. */
export const noInferenceSinceRestart: Rule = (view) => {
  const { dialect, model, info, own, inferences, history } = view;
  const found = (sentence: string) => [
    finding(
      'no inference since restart',
      { model },
      sentence,
      'Send one inference through the model; values follow at the next tick, for schedules made just now in any case.'
    ),
  ];
  if (dialect === 'java') {
    return info === undefined && (own.length > 0 || wasSeen(view))
      ? found(
          `TrustyAI lists no data of ${model}, though ${own.length > 0 ? `it has ${counted(own.length, 'schedule')} of it` : 'Prometheus has values of it'}: after a restart a Java service on a volume knows a model again with its next inference.`
        )
      : [];
  }
  const idle = waiting(view, view.schedules).filter((schedule) => !view.computesNoDrift || !isDrift(schedule));
  const silent = idle.length > 0 && own.length > 0 && valuesOf(view).length === 0;
  return silent && info !== undefined && inferences && (history?.observationsGrew ?? 0) <= 0
    ? found(
        `${model} has ${counted(inferences, 'inference')} and ${counted(idle.length, 'schedule')}, and none has a value: after a restart a Python service computes nothing until an inference arrives.`
      )
    : [];
};

const CLASHES = {
  unnamed: 'it has no name and the series there have one',
  named: 'it has a name and the series there have none',
  likely: 'others do, so most likely one side was made with a name and the other without',
  featureless: 'a value without a feature is published there, which keeps all others out',
};

/** The label set is fixed by the first publication; a schedule with another one is listed and never published. */
function clashOf({ dialect, featureless, published }: Evidence, schedule: Schedule): string | undefined {
  const gauge = `trustyai_${schedule.serviceMetric.toLowerCase()}`;
  if (featureless?.includes(gauge)) {
    return CLASHES.featureless;
  }
  const others = published.filter(({ name }) => name === gauge);
  if (others.length === 0) {
    return undefined;
  }
  if (dialect === 'python') {
    return CLASHES.likely; // Its lists leave the name of a schedule out.
  }
  const fits = others.some(({ requestName }) => (requestName === undefined) === !schedule.requestName);
  return fits ? undefined : schedule.requestName ? CLASHES.named : CLASHES.unnamed;
}

export const labelSetClash: Rule = (view) =>
  waiting(view, view.own).flatMap((schedule): Diagnosis[] => {
    const clash = clashOf(view, schedule);
    if (clash === undefined) {
      return [];
    }
    const sentence = `${nameOf(schedule)} has no value for ${view.model}: ${clash}. The first value of a metric fixes its labels.`;
    const kept = view.dialect === 'python' ? '; a Python service keeps the labels until it restarts' : '';
    const next = `Delete it and create it as the others are, all with a name or all without${kept}.`;
    return [{ ...finding('label set clash', about(view, schedule), sentence, next), severity: 'error' }];
  });

/** Java: an exception in one schedule ends the tick, and everything after it freezes. */
export const tickStopped: Rule = (view) => {
  const { dialect, model, info, observationsGauge: gauge = Infinity, schedules, history } = view;
  if (dialect !== 'java' || info === undefined) {
    return [];
  }
  const idle = waiting(view, schedules).filter((schedule) => clashOf(view, schedule) === undefined);
  const behind = gauge < info.observations;
  const [culprit] = schedules.filter((schedule) => failureOf(view, schedule) !== undefined);
  const signs = [
    ...(behind ? [`its gauge counts ${formatCount(gauge)} of ${counted(info.observations, 'row')}`] : []),
    ...(idle.length > 0
      ? [`${formatCount(idle.length)} of ${counted(schedules.length, 'schedule')} without a value`]
      : []),
  ];
  const stopped =
    signs.length > 1 ||
    (behind && history?.observationsGrew === 0) ||
    (idle.length > 1 && valuesOf(view).length > 0) ||
    (culprit !== undefined && signs.length > 0);
  if (!stopped) {
    return [];
  }
  const what = `The service does not compute all of ${model}: ${listed(signs)}`;
  if (culprit !== undefined) {
    const sentence = `${what}; ${nameOf(culprit)} ${failureOf(view, culprit) ?? ''}, so it fails, which ends the tick for all after it.`;
    const next = 'Delete that schedule; the others go on at the next tick.';
    return [{ ...finding('tick stopped', { model, schedule: culprit.id }, sentence, next), severity: 'error' }];
  }
  const sentence = `${what}; most likely one schedule fails, which ends the tick for all after it.`;
  const next =
    'Wait one tick. If it stays so, compute each scheduled metric once, of other models too, and delete the schedule of the one that fails.';
  return [finding('tick stopped', { model }, sentence, next)];
};

/** Nothing explains why: the first value comes with a tick. */
export const notPublishedYet: Rule = (view) => {
  const idle = waiting(view, view.own).filter((schedule) => clashOf(view, schedule) === undefined);
  const never = idle.filter((schedule) => view.computesNoDrift && isDrift(schedule));
  const soon = idle.filter((schedule) => !never.includes(schedule));
  const found = (of: Schedule[], severity: Diagnosis['severity'], [why, next]: [string, string]): Diagnosis[] =>
    of.length === 0
      ? []
      : [
          {
            ...finding(
              'not published yet',
              about(view, ...of),
              `${view.model} has no value yet of ${listed(of.map(nameOf))}${why}.`,
              next
            ),
            severity,
          },
        ];
  return [
    ...found(never, 'error', [
      ': Python 0.30 takes schedules of drift metrics and never computes them',
      'Update TrustyAI to a later version.',
    ]),
    ...found(soon, 'info', [
      '',
      "The first comes at the next tick (30 s on Python unless set otherwise). If none comes, see the service's log.",
    ]),
  ];
};
