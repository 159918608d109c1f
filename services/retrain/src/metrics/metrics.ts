import { Counter, Gauge, Registry } from 'prom-client';
import { outcomes } from '../incident/notice.ts';
import type { Outcome } from '../incident/notice.ts';
import { phaseOf, phases } from '../incident/phase.ts';
import type { Incident, State } from '../incident/state.ts';
import { stepsOf } from './steps.ts';

/** Of each model, the latest incidents have series of their own; more would fill Prometheus for nothing. */
const shownRuns = 10;

export interface Metrics {
  count(outcome: Outcome | 'truncated', by?: number): void;
  read(): Promise<{ contentType: string; text: string }>;
}

/** `state` is asked at each scrape. */
export function makeMetrics(state: () => State): Metrics {
  const registry = new Registry();
  const gauge = (name: string, help: string, labelNames: string[]) =>
    new Gauge({ name: `soundcheck_retrain_${name}`, help, labelNames, registers: [registry] });
  const alerts = new Counter({
    name: 'soundcheck_retrain_alerts_total',
    help: 'Alerts that arrived, by what became of them.',
    labelNames: ['outcome'],
    registers: [registry],
  });
  [...outcomes, 'truncated'].forEach((outcome) => alerts.inc({ outcome: label(outcome) }, 0));
  const runs = new Counter({
    name: 'soundcheck_retrain_runs_total',
    help: 'Runs by their result.',
    labelNames: ['namespace', 'model', 'result'],
    registers: [registry],
  });
  const subject = ['namespace', 'model', 'model_version'];
  const incidents = gauge('incidents', 'Latest incident of a model version: 1 for the state that it is in.', [
    ...subject,
    'state',
  ]);
  const info = gauge('run_info', 'Always 1: a run, its new version and its result.', [
    ...subject,
    'run',
    'new_version',
    'result',
  ]);
  const steps = gauge('step_seconds', 'How long a step of an incident took.', ['namespace', 'model', 'run', 'step']);
  const dead = gauge('dead_letters', 'Runs whose start failed for good.', []);

  function collect({ incidents: all, totals }: State): void {
    [incidents, info, steps, runs].forEach((metric) => metric.reset());
    for (const [key, total] of totals) {
      const [namespace = '', model = '', result = ''] = JSON.parse(key);
      runs.inc({ namespace, model, result: label(result) }, total);
    }
    const ordered = [...all.values()].sort((a, b) => a.openedAt - b.openedAt);
    dead.set(ordered.filter(({ run }) => run?.phase === 'dead').length);
    for (const incident of ordered) {
      const of = phaseOf(incident);
      phases.forEach((phase) => incidents.set({ ...labelsOf(incident), state: phase }, phase === of ? 1 : 0));
    }
    for (const incident of latest(ordered)) {
      const { id, namespace, model, run } = incident;
      if (run?.startedAt !== undefined) {
        info.set({ ...labelsOf(incident), run: id, new_version: run.version ?? '', result: run.result ?? '' }, 1);
      }
      stepsOf(incident).forEach(([step, seconds]) => steps.set({ namespace, model, run: id, step }, seconds));
    }
  }

  return {
    count: (outcome, by = 1) => alerts.inc({ outcome: label(outcome) }, by),
    async read() {
      collect(state());
      return { contentType: registry.contentType, text: await registry.metrics() };
    },
  };
}

const label = (words: string) => words.replaceAll(' ', '_');

function labelsOf({ namespace, model, modelVersion }: Incident) {
  return { namespace, model, model_version: modelVersion };
}

function latest(ordered: Incident[]): Incident[] {
  const byModel = new Map<string, Incident[]>();
  for (const incident of ordered) {
    const key = JSON.stringify([incident.namespace, incident.model]);
    byModel.set(key, [...(byModel.get(key) ?? []), incident].slice(-shownRuns));
  }
  return [...byModel.values()].flat();
}
