import type { MonitorEntry, MonitorsFile, Tuning } from '../file/shape.ts';
import type { Path } from '../file/problem.ts';

/** What holds where neither the monitor nor `defaults` says anything. */
const DEFAULTS = {
  level: 0.05,
  persistence: { need: 3, of: 3, every: '1m' },
  severity: 'warning',
  engine: 'prometheus',
  retrain: false,
  noData: '15m',
  stale: '6h',
} as const satisfies Tuning;

export const EVALUATION = '30s';

type Settled = typeof DEFAULTS extends Record<infer K, unknown> ? Extract<K, keyof Tuning> : never;
/** A monitor's settings with the defaults applied; `batch` and `minimumRows` may still be missing. */
export type Settings = Tuning & Required<Pick<Tuning, Settled>>;

type ModelEntry = MonitorsFile['models'][string];

/** Monitor before model (`batch`) before `defaults` before our own. A field counts as a whole: maps are not mixed. */
export function settingsOf(file: MonitorsFile, monitor: MonitorEntry): Settings {
  const { batch } = modelOf(file, monitor) ?? {};
  return { ...DEFAULTS, ...file.defaults, ...(batch === undefined ? {} : { batch }), ...tuningOf(monitor) };
}

function tuningOf(monitor: MonitorEntry): Tuning {
  const { batch, level, limit, effect, persistence, minimumRows, severity, engine, retrain, noData, stale, runbook } =
    monitor;
  const all = {
    batch,
    level,
    limit,
    effect,
    persistence,
    minimumRows,
    severity,
    engine,
    retrain,
    noData,
    stale,
    runbook,
  };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
}

export function modelOf(file: MonitorsFile, { model }: MonitorEntry): ModelEntry | undefined {
  return Object.hasOwn(file.models, model) ? file.models[model] : undefined;
}

/** Where a setting is written: the place to mend it. */
export function placeOf(file: MonitorsFile, index: number, field: keyof Tuning): Path {
  const monitor = file.monitors[index];
  if (monitor?.[field] !== undefined || monitor === undefined) {
    return ['monitors', index, field];
  }
  if (field === 'batch' && modelOf(file, monitor)?.batch !== undefined) {
    return ['models', monitor.model, 'batch'];
  }
  return file.defaults?.[field] === undefined ? ['monitors', index] : ['defaults', field];
}

/** Names of the features that a monitor watches; empty: all that the service computes. */
export function featuresOf(file: MonitorsFile, monitor: MonitorEntry): readonly string[] {
  const ofModel = modelOf(file, monitor)?.features;
  return monitor.features ?? (Array.isArray(ofModel) ? ofModel : []);
}
