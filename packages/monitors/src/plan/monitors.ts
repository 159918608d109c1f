import { catalogue } from '@soundcheck/query';
import type { Monitor } from '../contract.ts';
import type { MonitorEntry, MonitorsFile } from '../file/shape.ts';
import { secondsOf } from '../file/values.ts';
import { limitsOf } from './limits.ts';
import type { LimitBasis } from './limits.ts';
import { featuresOf, modelOf, settingsOf } from './settings.ts';

/** Numbers for all features together, for two groups, or without a test have nothing to divide the level by. */
export function featureCountOf(file: MonitorsFile, monitor: MonitorEntry): number {
  const { kind, java, python } = catalogue[monitor.metric];
  const joint = (java ?? python)?.featureLabel === undefined;
  if (kind !== 'drift' || joint) {
    return 1;
  }
  const named = featuresOf(file, monitor).length;
  const ofModel = modelOf(file, monitor)?.features;
  return named > 0 ? named : typeof ofModel === 'number' ? ofModel : 1;
}

/** What the monitor's limits are worked out from. */
export function limitBasisOf(file: MonitorsFile, monitor: MonitorEntry): LimitBasis {
  const { level, limit, effect, batch } = settingsOf(file, monitor);
  const { metric, centre } = monitor;
  const rows = modelOf(file, monitor)?.reference?.rows;
  return {
    ...{ metric, level, featureCount: featureCountOf(file, monitor) },
    ...(rows === undefined ? {} : { nReference: rows }),
    ...(batch === undefined ? {} : { nCurrent: batch }),
    ...(limit === undefined ? {} : { limit }),
    ...(effect === undefined ? {} : { effect }),
    ...(centre === undefined ? {} : { centre }),
  };
}

/** Model's name without "-": the first part of alert names. */
export function applicationOf({ application, model }: MonitorEntry): string {
  return application ?? model.replaceAll('-', '');
}

/** One entry of the file in one of its namespaces. The file has been checked: batch and version are there. */
export function monitorOf(file: MonitorsFile, entry: MonitorEntry, namespace: string): Monitor {
  const { id, model, metric, fairness } = entry;
  const { kind } = catalogue[metric];
  const settings = settingsOf(file, entry);
  const { level, effect, persistence, severity, engine, retrain, noData, stale, runbook, batch = 0 } = settings;
  const { version = '', reference } = modelOf(file, entry) ?? {};
  return {
    ...{ id, namespace, model, modelVersion: version, metric, kind },
    features: [...featuresOf(file, entry)],
    featureCount: featureCountOf(file, entry),
    ...(reference && kind === 'drift' ? { reference: { tag: reference.tag, rows: reference.rows } } : {}),
    ...{ batch, level },
    limits: limitsOf(limitBasisOf(file, entry)).limits,
    ...(effect === undefined ? {} : { effect }),
    ...(fairness === undefined ? {} : { fairness }),
    persistence: { need: persistence.need, of: persistence.of, everySeconds: secondsOf(persistence.every) },
    storedRows: reference?.storedRows ?? reference?.rows ?? 0,
    minimumRows: settings.minimumRows ?? batch,
    ...{ severity, engine, retrain: retrain && kind === 'drift' },
    alert: { application: applicationOf(entry), version: entry.alertVersion ?? 'datadrift' },
    noDataSeconds: secondsOf(noData),
    staleSeconds: secondsOf(stale),
    ...(runbook === undefined ? {} : { runbook }),
  };
}
