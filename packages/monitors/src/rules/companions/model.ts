import type { Rule } from '../../contract.ts';
import { DRIFT_DASHBOARD, LOGS_DASHBOARD, link, text } from '../messages.ts';
import { block, durationText, observations } from '../promql.ts';
import { uidOf } from '../uid.ts';
import { asRule, companionName } from './companion.ts';
import type { Companion, Watched } from './companion.ts';
import { trustyaiUp } from './service.ts';

/** TrustyAI answers, but has no count of rows for the model. */
function noData({ namespace, model, noDataSeconds }: Watched): Companion {
  const rows = observations({ namespace: namespace.name, model });
  const absent = `max by (namespace,model) (absent(${rows}))\nor\ngroup by (namespace,model) (${rows}) * 0`;
  return {
    kind: 'no-data',
    expr: `${block(absent)}\n* on (namespace) group_left ()\n(${trustyaiUp(namespace)} == bool 1)`,
    forSeconds: noDataSeconds,
    severity: 'warning',
    summary: [text(`TrustyAI in ${namespace.name} has no data of ${model}`)],
    description: [
      text(
        `The service answers, but publishes no number of rows for ${model}: it has seen no inference since it started, `
      ),
      text(
        `or stores it under another name. Send an inference, look whether the model's logger points to TrustyAI, and compare the name with its /info.`
      ),
    ],
  };
}

/** No row came for a long time: scores are the same numbers again and again. */
function stale({ namespace, model, staleSeconds }: Watched): Companion {
  const rows = observations({ namespace: namespace.name, model });
  const range = durationText(staleSeconds * 1000);
  return {
    kind: 'stale',
    expr: [
      `(`,
      `  max by (namespace,model) (max_over_time(${rows}[${range}]))`,
      `  == bool`,
      `  min by (namespace,model) (min_over_time(${rows}[${range}]))`,
      `)`,
      `and on (namespace,model)`,
      `max by (namespace,model) (${rows} offset ${range})`,
    ].join('\n'),
    forSeconds: 0,
    severity: 'warning',
    summary: [text(`No new rows of ${model} in ${namespace.name} for ${range}`)],
    description: [
      text(
        `TrustyAI has stored the same number of rows of ${model} for ${range}: its scores are about old data, whatever they say. `
      ),
      text(`Look whether requests reach the model, and whether its logger still sends them to TrustyAI.`),
    ],
  };
}

/** Rules about a model in a namespace, whichever monitors watch it. */
export function modelRule(watched: Watched, companion: Companion, dashboard = DRIFT_DASHBOARD): Rule {
  const { plan, namespace, model, modelVersion, engine, application } = watched;
  const place = { namespace: namespace.name, model };
  return asRule(companion, {
    uid: uidOf(companion.kind, [namespace.name, model]),
    name: companionName(application, companion.kind),
    namespace: namespace.name,
    engine,
    labels: { model_version: modelVersion },
    annotations: {
      dashboard_url: [text(link(plan, dashboard, place))],
      logs_url: [text(link(plan, LOGS_DASHBOARD, place))],
    },
    dashboard: { uid: dashboard },
  });
}

export function dataRules(watched: Watched): Rule[] {
  return [modelRule(watched, noData(watched)), modelRule(watched, stale(watched))];
}
