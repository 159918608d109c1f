import { basename } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { csvText, fileOf, spread } from '../testing/csv-file.ts';
import { sendInferences, startEmulator } from '../testing/emulator.ts';
import type { Emulator } from '../testing/emulator.ts';
import { runCommand } from '../testing/run-command.ts';
import { serve } from '../testing/serve.ts';

const names = Array.from({ length: 13 }, (_, i) => `feature ${String(i)}`);
const songs = spread(5000, 14);
const training = fileOf(csvText([...names, 'answer'], songs));
const small = fileOf(csvText(['age', 'income', 'score'], spread(40, 3)));

let models = 0;
const newModel = () => `model-${String((models += 1))}`;

interface Column {
  name: string;
}
interface Data {
  observations: number;
  inputSchema: { items: Record<string, Column>; nameMapping: Record<string, string> };
  outputSchema: { items: Record<string, Column>; nameMapping: Record<string, string> };
}

async function json<T>(url: string, path: string, body?: unknown): Promise<T> {
  const post = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
  const response = await fetch(url + path, body === undefined ? {} : post);
  const text = await response.text();
  if (!response.ok) {
    throw new Error(`${path}: ${String(response.status)} ${text}`);
  }
  return JSON.parse(text);
}

const tagsOf = async (url: string, model: string) => (await json<Record<string, object>>(url, '/info/tags'))[model];
async function columnsOf(url: string, model: string) {
  const data = (await json<Record<string, { data: Data }>>(url, '/info'))[model]?.data;
  const side = (schema?: Data['inputSchema']) =>
    Object.values(schema?.items ?? {}).map(({ name }) => schema?.nameMapping[name] ?? name);
  return { inputs: side(data?.inputSchema).sort(), outputs: side(data?.outputSchema), rows: data?.observations };
}

const meanOf = (column: number) => songs.reduce((sum, row) => sum + (row[column] ?? 0), 0) / songs.length;

describe.each(['java', 'python'] as const)('to an emulated %s service', (dialect) => {
  let emulator: Emulator;
  let url = '';
  beforeAll(async () => {
    emulator = await startEmulator(dialect);
    url = emulator.url;
  });
  afterAll(() => emulator.stop());

  const push = async (file: string, model: string, ...args: string[]) =>
    await runCommand(['reference', 'push', file, url, '--model', model, '--tag', 'TRAINING', ...args]);

  it('5,000 rows of 13 inputs, each column under its name and with its values', async () => {
    const model = newModel();
    const told = await push(training, model, '--outputs', 'answer');
    expect(told.code).toBe(0);
    expect(told.err.split('\n').slice(0, 2)).toEqual([
      '1,000 of 5,000 rows are stored.',
      '2,000 of 5,000 rows are stored.',
    ]);
    const features = dialect === 'java' ? 14 : 13;
    expect(told.out).toMatch(
      /^5,000 rows of 13 inputs and 1 output are stored as TRAINING of model-\d+ \(http:.*\)\.\n/
    );
    expect(told.out).toContain('storedRows: 5000\n');
    expect(told.out).toContain(
      `models:\n  ${model}:\n    reference:\n      tag: TRAINING\n      rows: 5000\n      storedRows: 5000\n    features: ${String(features)}\n`
    );
    // The service's own words.
    expect(await tagsOf(url, model)).toMatchObject({ TRAINING: 5000 });
    expect(await columnsOf(url, model)).toEqual({ inputs: [...names].sort(), outputs: ['answer'], rows: 5000 });
    for (const [column, name] of [
      [0, 'feature 0'],
      [12, 'feature 12'],
      [13, 'answer'],
    ] as const) {
      const asked = { modelId: model, columnName: name, batchSize: 5000 };
      const { value } = await json<{ value: number }>(url, '/metrics/identity', asked);
      expect(value).toBeCloseTo(meanOf(column), 10);
    }
  });

  it('of a tag that exists: only where that is meant', async () => {
    const model = newModel();
    expect((await push(small, model, '--outputs', 'score')).code).toBe(0);
    const again = await push(small, model);
    expect([again.code, again.out]).toEqual([2, '']);
    expect(again.err).toBe(
      `TRAINING has 40 rows of ${model} already: choose another tag, add to it with --append, or go on after a broken upload with --resume.\n`
    );
    const resumed = await push(small, model, '--resume', '--json');
    expect(JSON.parse(resumed.out)).toMatchObject({ sent: 0, rows: 40 });
    const more = await push(small, model, '--append', '--json');
    expect(JSON.parse(more.out)).toMatchObject({ dialect, sent: 40, rows: 80, storedRows: 80 });
  });

  it('as one tensor with names, which live rows then fit', async () => {
    const model = newModel();
    const tensors = ['--input-tensor', 'in', '--output-tensor', 'out', '--outputs', 'score'];
    const told = await push(small, model, ...tensors);
    expect([told.code, told.err]).toEqual([0, '']);
    expect(await columnsOf(url, model)).toEqual({ inputs: ['age', 'income'], outputs: ['score'], rows: 40 });
    await sendInferences(url, model, 30);
    expect(await columnsOf(url, model)).toMatchObject({ inputs: ['age', 'income'], rows: 70 });

    // A later reference, in another order, needs no word about tensors any more.
    const turned = fileOf('income;score;age\n1;2;3\n4;5;6\n7;8;9\n');
    const later = await runCommand(['reference', 'push', turned, url, '--model', model, '--tag', 'NEWER', '--json']);
    expect(JSON.parse(later.out)).toMatchObject({ sent: 3, storedRows: 73, inputs: ['age', 'income'] });
    expect(await tagsOf(url, model)).toMatchObject({ TRAINING: 40, NEWER: 3 });
    const income = { modelId: model, columnName: 'income', batchSize: 3 };
    expect(await json(url, '/metrics/identity', income)).toMatchObject({ value: 4 });
  });

  it('of a model that is known by the names of its tensors', async () => {
    const model = newModel();
    await sendInferences(url, model, 10);
    const refused = await push(small, model, '--outputs', 'score');
    expect(refused).toMatchObject({ code: 2, out: '' });
    expect(refused.err).toBe(
      `${model} has the inputs in-0, in-1; the file has age, income. Rename the columns of the file, or say --input-tensor NAME where they are in the model's order.\n`
    );
    const tensors = ['--input-tensor', 'in', '--output-tensor', 'out', '--outputs', 'score'];
    const told = await push(small, model, ...tensors, '--json');
    expect(JSON.parse(told.out)).toMatchObject({ sent: 40, storedRows: 50, findings: [] });
    expect(await columnsOf(url, model)).toMatchObject({ inputs: ['age', 'income'], outputs: ['score'] });
  });

  /** The emulator behind something that loses calls. */
  async function lossy(lose: (upload: number) => 'nothing' | 'call' | 'answer') {
    let uploads = 0;
    return await serve((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const isUpload = request.url === '/data/upload';
        uploads += isUpload ? 1 : 0;
        const lost = isUpload ? lose(uploads) : 'nothing';
        if (lost === 'call') {
          request.socket.destroy();
          return;
        }
        const init = {
          method: request.method ?? 'GET',
          headers: { 'content-type': 'application/json' },
          ...(chunks.length > 0 ? { body: Buffer.concat(chunks) } : {}),
        };
        void fetch(url + (request.url ?? ''), init).then(async (answer) => {
          const text = await answer.text();
          if (lost === 'answer') {
            request.socket.destroy();
          } else {
            response.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? 'text/plain' });
            response.end(text);
          }
        });
      });
    });
  }

  it('through a connection that breaks, without doubles', async () => {
    const model = newModel();
    const proxy = await lossy((n) => (n === 2 ? 'call' : n === 4 ? 'answer' : 'nothing'));
    const args = ['--model', model, '--tag', 'TRAINING', '--outputs', 'score', '--chunk', '10', '--json'];
    const told = await runCommand(['reference', 'push', small, proxy.url, ...args]);
    proxy.stop();
    expect(told.err).toMatch(
      /TrustyAI cannot be reached at POST \/data\/upload .* Asking what is stored of TRAINING\./
    );
    expect(JSON.parse(told.out)).toMatchObject({ sent: 40, rows: 40, storedRows: 40 });
  });

  it('that stays away: says what is stored, and goes on with --resume', async () => {
    const model = newModel();
    const proxy = await lossy((n) => (n > 2 ? 'call' : 'nothing'));
    const args = ['--model', model, '--tag', 'TRAINING', '--outputs', 'score', '--chunk', '10'];
    const told = await runCommand(['reference', 'push', small, proxy.url, ...args]);
    proxy.stop();
    expect([told.code, told.out]).toEqual([2, '']);
    expect(told.err).toMatch(
      new RegExp(
        `20 of the 40 rows are stored as TRAINING of ${model}\\. Go on with --resume once the cause is mended\\.\n$`
      )
    );
    const resumed = await runCommand(['reference', 'push', small, url, ...args, '--resume', '--json']);
    expect(JSON.parse(resumed.out)).toMatchObject({ sent: 20, rows: 40, storedRows: 40 });
  });

  it('with types of their own', async () => {
    const model = newModel();
    const ages = fileOf('age,name,score\n30,ann,0.5\n40,bob,0.25\n');
    const args = [ages, url, '--model', model, '--tag', 'TRAINING', '--outputs', 'score'];
    const told = await runCommand(['reference', 'push', ...args, '--types', 'age=INT64,name=BYTES']);
    if (dialect === 'java') {
      expect(told).toMatchObject({
        code: 2,
        err: `The Java service takes no text: leave name out of ${basename(ages)}.\n`,
      });
      return;
    }
    expect([told.code, told.err]).toEqual([0, '']);
    expect(await tagsOf(url, model)).toMatchObject({ TRAINING: 2 });
  });
});

describe('what is wrong is said before anything is sent', () => {
  let url = '';
  let stop = () => {};
  const calls: string[] = [];
  beforeAll(async () => {
    const answers: Record<string, string> = { '/info': '{}', '/info/tags': '{}' };
    const served = await serve((request, response) => {
      calls.push(`${request.method ?? ''} ${request.url ?? ''}`);
      const body = answers[request.url ?? ''];
      response.writeHead(body === undefined ? 404 : 200, { 'content-type': 'application/json' }).end(body ?? '');
    });
    ({ url, stop } = served);
  });
  afterAll(() => stop());

  it.each<[string, string, string[], RegExp]>([
    [
      'a text',
      'a,b\n1,2\n3,red\n',
      [],
      /^\d+-train\.csv, line 3, column 2 \(b\): "red" is no number\. Write numbers like 12\.5/,
    ],
    ['a gap', 'a,b\n1,2\n,4\n', [], /line 3, column 1 \(a\): the cell is empty\. TrustyAI breaks on missing values/],
    ['all at once', 'a,b\nx,2\n3,\n', [], /line 2, column 1 .*\n.*line 3, column 2 \(b\): the cell is empty/],
    ['a ragged row', 'a,b\n1,2\n3\n', [], /line 3: 1 cells, and the header has 2\. Give each line one cell a column\./],
    ['an open quote', 'a,b\n1,"2\n', [], /line 2: Quote Not Closed.*Check the quotes there\./],
    [
      'a fraction',
      'a,b\n1,2\n1.5,2\n',
      ['--types', 'a=INT64'],
      /column 1 \(a\): 1\.5 is no whole number, and the column is INT64/,
    ],
    ['a column twice', 'a,a\n1,2\n', [], /line 1, column 2: a second column is called "a"\. Rename one\./],
    ['no name', 'a,\n1,2\n', [], /line 1: column 2 has no name\. Give it one\./],
    ['no rows', 'a,b\n', [], /has a header but no rows/],
    ['one row', 'a,b\n1,2\n', [], /has one row: a reference needs two or more\./],
    ['no such output', 'a,b\n1,2\n3,4\n', ['--outputs', 'c'], /has no column "c" for --outputs: it has a, b\./],
    ['only outputs', 'a,b\n1,2\n3,4\n', ['--outputs', 'a,b'], /no column left that is an input/],
    ['a wrong type', 'a,b\n1,2\n', ['--types', 'a=DOUBLE'], /--types has "a=DOUBLE": give a type \(FP64, /],
    [
      'a reserved tag',
      'a,b\n1,2\n',
      ['--tag', '_trustyai_x'],
      /TrustyAI keeps tags that begin with _trustyai for itself/,
    ],
    ['a tag that breaks Java', 'a,b\n1,2\n3,4\n', ['--tag', 'a,b'], /A quote or comma in a tag breaks a Java service/],
    ['both ways', 'a,b\n1,2\n', ['--append', '--resume'], /give one of them/],
  ])('%s', async (_, text, args, sentence) => {
    const base = ['--model', 'm', '--tag', 'T', '--outputs', 'b'];
    const told = await runCommand(['reference', 'push', fileOf(text), url, ...base, ...args]);
    expect([told.code, told.out]).toEqual([2, '']);
    expect(told.err).toMatch(sentence);
    expect(told.err).not.toMatch(/ at .*\.ts:/);
    expect(calls.filter((call) => !call.startsWith('GET '))).toEqual([]);
  });

  it('no outputs', async () => {
    const told = await runCommand(['reference', 'push', fileOf('a,b\n1,2\n3,4\n'), url, '--model', 'm', '--tag', 'T']);
    expect(told.err).toMatch(/Say which columns of .* are what m answered: --outputs NAME,NAME/);
  });

  it('a wrong token', async () => {
    const locked = await serve((request, response) => {
      expect(request.headers.authorization).toBe('Bearer wrong');
      response.writeHead(401).end('Unauthorized');
    });
    const args = ['reference', 'push', small, locked.url, '--model', 'm', '--tag', 'T', '--outputs', 'score'];
    const told = await runCommand(args, { SOUNDCHECK_TOKEN: 'wrong' });
    locked.stop();
    expect(told).toEqual({
      ...{ code: 2, out: '' },
      err: 'TrustyAI refused the credentials for GET /info (401). Set a valid token.\n',
    });
  });
});
