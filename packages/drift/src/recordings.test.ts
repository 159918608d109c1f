import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { compare } from './compare.ts';
import { expectClose } from './testing/close.ts';
import { member } from './testing/json.ts';
import type { Json } from './testing/json.ts';
import { StoredRows } from './testing/stored-rows.ts';
import type { Comparison, DriftError } from './types.ts';

/** One recorded exchange with a TrustyAI service. */
interface Exchange {
  /** "101-kstest-default-batch": the number is the order of play. */
  name: string;
  path: string;
  body: Json;
  status: number;
  reply: Json;
}

const root = fileURLToPath(new URL('../../../', import.meta.url));

/** The folder of recorded replies, from SOUNDCHECK_RECORDINGS (relative to the root of the repository). */
function recordingsFolder(): string | undefined {
  const given = process.env.SOUNDCHECK_RECORDINGS;
  const folder = given && resolve(root, given);
  if (folder && existsSync(folder)) {
    return folder;
  }
  if (process.env.CI === 'true') {
    throw new Error(
      `CI needs the recorded replies: SOUNDCHECK_RECORDINGS is ${folder ?? 'not set'}, and no folder is there.`
    );
  }
  console.warn('SOUNDCHECK_RECORDINGS names no folder: the tests against recorded replies are skipped.');
  return undefined;
}

function readJson(file: string): Json {
  const parsed: Json = JSON.parse(readFileSync(file, 'utf8'));
  return parsed;
}

function text(json: Json | undefined): string {
  return typeof json === 'string' ? json : '';
}

/** The exchanges with a service whose numbers lie in [first, last], in order of play. */
function exchanges(folder: string, [first, last]: readonly [number, number]): Exchange[] {
  const names = readdirSync(folder).sort();
  return names
    .filter((name) => Number.parseInt(name) >= first && Number.parseInt(name) <= last)
    .map((name) => {
      const json = readJson(resolve(folder, name));
      const reply = text(member(json, 'response', 'body'));
      return {
        name: name.replace('.json', ''),
        path: text(member(json, 'request', 'path')),
        body: member(json, 'request', 'body') ?? null,
        status: Number(member(json, 'response', 'status')),
        reply: /^[[{]/.test(reply) ? JSON.parse(reply) : reply,
      };
    });
}

const folder = recordingsFolder();

/** What a service that cannot be JSON-encoded says: NaN and infinities are null. */
function asReplied(x: number | undefined): number | null {
  return x === undefined || !Number.isFinite(x) ? null : x;
}

function holdTo(replied: Json | undefined, ours: number | undefined): void {
  if (typeof replied === 'number') {
    expectClose(ours, replied);
  } else {
    expect(asReplied(ours)).toBe(replied);
  }
}

function ourNumbers(result: Comparison | DriftError): Partial<Comparison> {
  return 'error' in result ? {} : result;
}

/** Compares one column by the test that the path names, and holds the result to the reply. */
function holdColumn(exchange: Exchange, rows: StoredRows, column: string): void {
  const { path, body } = exchange;
  const option = (name: string) => member(body, name);
  const tag = option('referenceTag') ?? option('reference_tag');
  const reference = rows.reference(String(tag), column);
  const current = rows.current(Number(option('batchSize') ?? option('batch_size') ?? 100), column);
  const replied = (name: string) => member(exchange.reply, 'feature_results', column, name);
  if (path.endsWith('jensenshannon')) {
    const method = option('method') === 'hist' ? 'hist' : 'kde';
    const options = { method, bins: Number(option('bins') ?? 64) } as const;
    holdTo(
      replied('Jensen-Shannon_distance'),
      ourNumbers(compare('jensen-shannon', reference, current, options)).value
    );
    const divergence = compare('jensen-shannon', reference, current, { ...options, statistic: 'divergence' });
    holdTo(replied('Jensen-Shannon_divergence'), ourNumbers(divergence).value);
    return;
  }
  const name = path.endsWith('kstest') ? 'ks' : option('equalVar') === true ? 'student-t' : 'welch-t';
  const ours = ourNumbers(compare(name, reference, current));
  holdTo(replied('statistic'), ours.value);
  holdTo(replied('p_value'), ours.pValue);
}

function isComputed({ path, status }: Exchange): boolean {
  return status === 200 && /\/drift\/(kstest|comparemeans|meanshift|jensenshannon)$/.test(path);
}

function holdExchange(exchange: Exchange, rows: StoredRows): void {
  const results = member(exchange.reply, 'feature_results');
  const columns = Object.keys(typeof results === 'object' && results !== null ? results : {});
  expect(columns).not.toHaveLength(0);
  columns.forEach((column) => holdColumn(exchange, rows, column));
}

/** The 1000 reference rows and 600 inference rows of the recordings' scenario "credit". */
function creditRows(from: string): StoredRows {
  const rows = new StoredRows();
  rows.upload(readJson(resolve(from, 'data/credit-training.upload.json')));
  const source = readJson(resolve(from, 'data/credit-inference-batches.json'));
  const batches = member(source, 'batches');
  for (const batch of Array.isArray(batches) ? batches : []) {
    const tensor = (name: string, data: string) => [
      { name: member(source, name) ?? '', data: member(batch, data) ?? [] },
    ];
    rows.upload({
      request: { inputs: tensor('inputTensor', 'inputs') },
      response: { outputs: tensor('outputTensor', 'outputs') },
    });
  }
  return rows;
}

describe.skipIf(!folder)('agrees with the recorded replies of the Python service', () => {
  const from = folder ?? '';
  const credit = folder ? creditRows(from) : new StoredRows();
  const onCredit = folder ? exchanges(resolve(from, 'python'), [93, 170]).filter(isComputed) : [];
  test('there are recordings of every kind', () => {
    const kinds = new Set(onCredit.map(({ path }) => path.replace(/.*\//, '')));
    expect([...kinds].sort()).toEqual(['comparemeans', 'jensenshannon', 'kstest', 'meanshift']);
  });
  test.each(onCredit.map((exchange) => [exchange.name, exchange] as const))('credit: %s', (_, exchange) =>
    holdExchange(exchange, credit)
  );

  const models = new Map<string, StoredRows>();
  for (const exchange of folder ? exchanges(resolve(from, 'python'), [354, 409]) : []) {
    const model = String(member(exchange.body, 'model_name') ?? member(exchange.body, 'modelId'));
    if (exchange.path === '/data/upload') {
      const rows = models.get(model) ?? new StoredRows();
      rows.upload(exchange.body);
      models.set(model, rows);
    } else if (isComputed(exchange)) {
      // Rows grow with later uploads: compute now, as the service did.
      const rows = models.get(model);
      const outcome = attempt(() => rows && holdExchange(exchange, rows));
      test(`small models: ${exchange.name}`, () => {
        expect(rows, `uploads of ${model}`).toBeDefined();
        outcome();
      });
    }
  }
});

describe.skipIf(!folder)('agrees with the mean shift of the Java service', () => {
  const rows = folder ? creditRows(folder) : new StoredRows();
  const recorded = folder ? exchanges(resolve(folder, 'java'), [91, 108]) : [];
  const computed = recorded.filter(({ path, status }) => status === 200 && path === '/metrics/drift/meanshift');
  test.each(computed.map((exchange) => [exchange.name, exchange] as const))('credit: %s', (_, exchange) => {
    const replied = member(exchange.reply, 'namedValues');
    const columns = Object.keys(typeof replied === 'object' && replied !== null ? replied : {});
    expect(columns).not.toHaveLength(0);
    for (const column of columns) {
      const reference = rows.reference('TRAINING', column);
      const current = rows
        .reference('_trustyai_unlabeled', column)
        .slice(-Number(member(exchange.body, 'batchSize') ?? 5000));
      const { pValue = NaN } = ourNumbers(compare('java-mean-shift', reference, current));
      const p = Number(member(replied, column));
      // The service forms 1 − P: below its rounding it says 0.
      expect(Math.abs(pValue - p)).toBeLessThan(1e-9 * p + 1e-14);
    }
  });
});

/** Runs now; what it threw is thrown when asked for. */
function attempt(run: () => void): () => void {
  try {
    run();
    return () => undefined;
  } catch (error) {
    return () => {
      throw error;
    };
  }
}
