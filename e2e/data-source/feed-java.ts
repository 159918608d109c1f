/**
 * A small credit model on a Java TrustyAI service: 400 reference rows, then 300 inferences in which one feature moved.
 * Numbers come from a fixed formula, so that verdicts can be held against other software.
 */
const model = 'credit';
const features = ['age', 'income', 'balance'];
const referenceRows = 400;
const currentRows = 300;
const rowsPerEvent = 20;

/** A low-discrepancy sequence in (0, 1): evenly spread, the same in every language. */
function even(k: number, step: number): number {
  return (0.5 + k * step) % 1;
}

const steps = [Math.SQRT2 - 1, (Math.sqrt(5) - 1) / 2, Math.sqrt(3) - 1];

function row(k: number, shift: number): number[] {
  return steps.map((step, f) => Number((100 * even(k, step) + (f === 0 ? shift : 0)).toFixed(4)));
}

function rows(count: number, from: number, shift: number): number[][] {
  return Array.from({ length: count }, (_, k) => row(from + k, shift));
}

/** The one layout that both services take: a nested input tensor, a flat output. */
function request(values: number[][]) {
  return { inputs: [{ name: 'x', shape: [values.length, features.length], datatype: 'FP64', data: values }] };
}

function response(values: number[][]) {
  const data = values.map(([first = 0]) => Number((first / 200).toFixed(4)));
  return { outputs: [{ name: 'risk', shape: [values.length, 1], datatype: 'FP64', data }] };
}

async function send(url: string, body: object, headers: Record<string, string> = {}): Promise<void> {
  const reply = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
  if (!reply.ok) {
    throw new Error(`${url} answered ${reply.status}: ${await reply.text()}`);
  }
}

function event(kind: 'request' | 'response', id: string): Record<string, string> {
  return {
    'ce-id': id,
    'ce-specversion': '1.0',
    'ce-source': 'e2e',
    'ce-type': `org.kubeflow.serving.inference.${kind}`,
    'ce-inferenceservicename': model,
  };
}

/** Uploads the reference, names the columns, sends the inferences and schedules three metrics. */
export async function feedJava(service: string): Promise<void> {
  const reference = rows(referenceRows, 0, 0);
  await send(`${service}/data/upload`, {
    model_name: model,
    data_tag: 'TRAINING',
    request: request(reference),
    response: { model_name: model, model_version: '1', ...response(reference) },
  });
  await send(`${service}/info/names`, {
    modelId: model,
    inputMapping: Object.fromEntries(features.map((name, f) => [`x-${f}`, name])),
    outputMapping: {},
  });
  for (let from = 0; from < currentRows; from += rowsPerEvent) {
    const values = rows(rowsPerEvent, referenceRows + from, 25);
    await send(`${service}/`, request(values), event('request', `e-${from}`));
    await send(`${service}/`, response(values), event('response', `e-${from}`));
  }
  for (const metric of ['kstest', 'meanshift', 'approxkstest']) {
    await send(`${service}/metrics/drift/${metric}/request`, {
      modelId: model,
      referenceTag: 'TRAINING',
      batchSize: currentRows,
      requestName: `${model}-${metric}`,
    });
  }
}
