import { catalogue, formatCount, meaningOf } from '@soundcheck/query';
import type { Meaning } from '@soundcheck/query';
import type { MessagePart, Monitor, Plan } from '../contract.ts';
import { levelText } from '../plan/limits.ts';
import { durationText } from './promql.ts';

export const text = (written: string): MessagePart => ({ text: written });

/** The last six hours: what is shown is what led to the alert, wherever Grafana does not set the time itself. */
const RANGE = 'from=now-6h&to=now';

export function link(plan: Plan, uid: string, { namespace, model }: { namespace: string; model: string }): string {
  const variables = `var-namespace=${encodeURIComponent(namespace)}&var-model=${encodeURIComponent(model)}`;
  return `${plan.grafana.url}/d/${uid}?${variables}&${RANGE}`;
}

export const DRIFT_DASHBOARD = 'soundcheck-model-drift';
export const BIAS_DASHBOARD = 'soundcheck-bias';
export const LOGS_DASHBOARD = 'soundcheck-logs';

/** Four digits say enough in a sentence. */
function rounded(value: number): string {
  return String(Number(value.toPrecision(4)));
}

function byKind({ limits, metric }: Monitor, say: (meaning: Meaning, index: number) => string): MessagePart {
  const entries = limits.flatMap(({ valueIs }, i) => {
    const meaning = meaningOf(metric, valueIs);
    return meaning ? [[valueIs, say(meaning, i)] as const] : [];
  });
  const [first] = entries;
  // One kind of number needs no choice.
  return new Set(entries.map(([kind]) => kind)).size === 1 && first
    ? text(first[1])
    : { byValueIs: Object.fromEntries(entries) };
}

function limitWords(monitor: Monitor, index: number): string {
  const limit = monitor.limits[index];
  if (limit === undefined) {
    return '';
  }
  const { value, centre, origin } = limit;
  const number =
    centre === undefined || centre === 0
      ? `${centre === 0 ? '±' : ''}${rounded(value)}`
      : `${rounded(centre)} ± ${rounded(value)}`;
  return `${number} (${origin})`;
}

function steps({ persistence: { need, of, everySeconds } }: Monitor): string {
  const every = durationText(everySeconds * 1000);
  return of === 1
    ? `at the last step of ${every}`
    : `at ${String(need)} or more of the last ${String(of)} steps of ${every}`;
}

function compared({ reference, batch }: Monitor): string {
  const current = `the last ${formatCount(batch)} rows`;
  return reference
    ? `Compared: ${formatCount(reference.rows)} reference rows (tag ${reference.tag}) with ${current}.`
    : `Computed from ${current}.`;
}

function nextStep({ kind, retrain }: Monitor): string {
  const look = 'Open the dashboard to see which values caused it';
  switch (kind) {
    case 'drift':
      return retrain
        ? `${look}; a retraining is asked for. If the new data are wrong, mend their source instead.`
        : `${look}. If the new data are wrong, mend their source; if they are right, train the model anew and upload its new reference.`;
    case 'fairness':
      return `${look}: compare the favourable rates of both groups, and look at what changed in the requests or the model.`;
    case 'mean':
      return `${look}, and compare with the requests in the logs.`;
  }
}

const WHAT_HAPPENED: Record<Monitor['kind'], string> = {
  drift: 'has drifted',
  fairness: 'is treated unequally',
  mean: 'has left its range',
};

/** The head line: model, feature, number, limit. */
export function summaryOf(monitor: Monitor): MessagePart[] {
  const { model, modelVersion, namespace, kind } = monitor;
  return [
    { label: 'feature' },
    text(` of ${model} ${modelVersion} in ${namespace} ${WHAT_HAPPENED[kind]}: `),
    byKind(monitor, ({ label }) => label),
    text(' is '),
    { value: true },
    text(', limit '),
    byKind(monitor, (_, i) => rounded(monitor.limits[i]?.value ?? NaN)),
  ];
}

/** What the number is, which way drift lies, limit with origin, n of both sides, what to do next. */
export function descriptionOf(monitor: Monitor): MessagePart[] {
  const { metric, level, featureCount, kind } = monitor;
  return [
    text(`${catalogue[metric].sentence} `),
    byKind(monitor, ({ sentence }) => sentence),
    text(` It was over its limit of `),
    byKind(monitor, (_, i) => limitWords(monitor, i)),
    text(` ${steps(monitor)}. ${compared(monitor)}`),
    text(kind === 'drift' ? ` Level: ${levelText(level, featureCount)}.` : ''),
    text(` ${nextStep(monitor)}`),
  ];
}
