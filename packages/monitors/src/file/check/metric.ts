import { catalogue } from '@soundcheck/query';
import { hasEffect, meaningsOf } from '../../plan/limits.ts';
import { featuresOf, settingsOf } from '../../plan/settings.ts';
import { pathText } from '../problem.ts';
import type { Finding, Path } from '../problem.ts';
import type { MonitorEntry, MonitorsFile } from '../shape.ts';

type At = (field: string) => Path;

function fairness(monitor: MonitorEntry, at: At): Finding[] {
  const { metric, features, fairness: groups } = monitor;
  const isFairness = catalogue[metric].kind === 'fairness';
  if (isFairness && groups === undefined) {
    const fields = 'protectedAttribute, privileged, unprivileged, outcome and favorable';
    return [
      {
        path: at('metric'),
        message: `${pathText(at('metric'))} is ${metric}, which compares two groups: add fairness with ${fields}.`,
      },
    ];
  }
  if (!isFairness) {
    return groups === undefined
      ? []
      : [
          {
            path: at('fairness'),
            atKey: true,
            message: `${pathText(at('fairness'))} is for spd and dir only, and the metric is ${metric}: leave it out.`,
          },
        ];
  }
  if (features !== undefined) {
    return [
      {
        path: at('features'),
        atKey: true,
        message: `${pathText(at('features'))} means nothing for ${metric}, which reads fairness.protectedAttribute: leave it out.`,
      },
    ];
  }
  const findings: Finding[] = [];
  const place = at('fairness');
  if (groups?.privileged === groups?.unprivileged) {
    findings.push({
      path: place,
      atKey: true,
      message: `${pathText(place)} compares a group with itself: privileged and unprivileged are both ${String(groups?.privileged)}.`,
    });
  }
  if (groups?.protectedAttribute === groups?.outcome) {
    findings.push({
      path: place,
      atKey: true,
      message: `${pathText(place)} has the same column as protectedAttribute and outcome: name the column of the group and that of the decision.`,
    });
  }
  return findings;
}

/** A field that has no meaning for the metric is an error where the monitor itself says it, and passed over in `defaults`. */
function meaningless(file: MonitorsFile, index: number, monitor: MonitorEntry): Finding[] {
  const { metric, centre, effect } = monitor;
  const findings: Finding[] = [];
  const at: At = (field) => ['monitors', index, field];
  if (effect !== undefined && !meaningsOf(metric).some(({ meaning }) => hasEffect(meaning))) {
    findings.push({
      path: at('effect'),
      atKey: true,
      message: `${pathText(at('effect'))} is for ks, ks-approximate and jensen-shannon, which publish an effect; ${metric} does not: leave it out, or choose one of them.`,
    });
  }
  if (centre !== undefined && metric !== 'mean') {
    findings.push({
      path: at('centre'),
      atKey: true,
      message: `${pathText(at('centre'))} is for the metric mean only, and this is ${metric}: leave it out.`,
    });
  }
  if (metric === 'mean' && featuresOf(file, monitor).length === 0) {
    findings.push({
      path: at('metric'),
      message: `${pathText(at('metric'))} is mean, which the service computes a column at a time: add features with their names.`,
    });
  }
  const { retrain } = settingsOf(file, monitor);
  if (retrain && catalogue[metric].kind !== 'drift' && monitor.retrain !== undefined) {
    findings.push({
      path: at('retrain'),
      message: `${pathText(at('retrain'))} is true, but ${metric} is no drift: new training on the same data mends neither fairness nor a mean. Leave it out.`,
    });
  }
  return findings;
}

/** What the metric needs and what means nothing for it. */
export function checkMetric(file: MonitorsFile, index: number): Finding[] {
  const monitor = file.monitors[index];
  return monitor === undefined
    ? []
    : [...fairness(monitor, (field) => ['monitors', index, field]), ...meaningless(file, index, monitor)];
}
