import { catalogue, formatCount } from '@soundcheck/query';
import type { Monitor, Plan, Rule } from '../../contract.ts';
import { DRIFT_DASHBOARD, text } from '../messages.ts';
import { block, indented, numberText, observations } from '../promql.ts';
import { laterRows, scoreOf } from '../scores.ts';
import { uidOf } from '../uid.ts';
import { labelsOf, linksOf } from '../verdict.ts';
import { asRule, companionName } from './companion.ts';
import type { Companion } from './companion.ts';

/** The model has rows, but the numbers of this monitor are not published. */
function scheduleLost(monitor: Monitor): Companion {
  const { id, model, namespace, metric, noDataSeconds } = monitor;
  const rows = `group by (namespace,model) (${observations(monitor)})`;
  const scores = `group by (namespace,model) (\n${indented(scoreOf(monitor))}\n)`;
  return {
    kind: 'schedule-lost',
    expr: `${block(`${rows}\nunless on (namespace,model)\n${scores}`)}\nor\n${rows} * 0`,
    forSeconds: noDataSeconds,
    severity: 'warning',
    summary: [text(`${catalogue[metric].label} of ${model} in ${namespace} is not computed any more`)],
    description: [
      text(
        `TrustyAI has rows of ${model}, but publishes no series of monitor ${id} (${metric}): its schedule is gone, as after a restart, or was refused. `
      ),
      text(`Run \`soundcheck reconcile\`, which makes it again and says what is in its way.`),
    ],
  };
}

/**
 * Python counts reference rows among the current ones until a full batch came after the reference, which hides drift. A
 * monitor that waits for a full batch (minimumRows, by default) gives no verdict before; one that does not has this warning.
 */
function referenceInWindow(monitor: Monitor): Companion {
  const { id, model, namespace, batch, metric } = monitor;
  const rows = laterRows(monitor);
  return {
    kind: 'reference-in-window',
    expr: [
      `group by (namespace,model) (`,
      indented(scoreOf(monitor, 'python')),
      `)`,
      `* on (namespace,model)`,
      `(${rows} < bool ${numberText(batch)})`,
    ].join('\n'),
    valueExpr: rows,
    forSeconds: 0,
    severity: 'info',
    summary: [text(`${metric} of ${model} in ${namespace} still compares the reference with itself`)],
    description: [
      text(`Only `),
      { value: true },
      text(
        ` inferences came after the reference, but the current window of monitor ${id} has ${formatCount(batch)} rows: the rest are reference rows, so drift looks smaller than it is. `
      ),
      text(`Wait until ${formatCount(batch)} inferences came, or make the batch smaller.`),
    ],
  };
}

function hasPythonReference(monitor: Monitor): boolean {
  return monitor.storedRows > 0 && monitor.minimumRows < monitor.batch && scoreOf(monitor, 'python') !== '';
}

/** Rules about one monitor's schedule. */
export function scheduleRules(plan: Plan, monitor: Monitor): Rule[] {
  const { namespace, model, engine, alert, id } = monitor;
  const companions = [scheduleLost(monitor), ...(hasPythonReference(monitor) ? [referenceInWindow(monitor)] : [])];
  return companions.map((companion) =>
    asRule(companion, {
      uid: uidOf(companion.kind, [namespace, model, id]),
      name: companionName(alert.application, companion.kind, id),
      namespace,
      engine,
      labels: labelsOf(monitor),
      annotations: linksOf(plan, DRIFT_DASHBOARD, monitor),
      dashboard: { uid: DRIFT_DASHBOARD },
    })
  );
}
