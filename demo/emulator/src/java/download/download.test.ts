import { describe, expect, it } from 'vitest';
import { TestService } from '../testing/service.ts';
import type { Row } from '../testing/service.ts';

const reference: Row[] = [
  [0, 1, 0],
  [0, 2, 1],
  [1, 3, 1],
];
const inferences: Row[] = [
  [0, 4.5, 0],
  [1, 6, 1],
];

async function filled(): Promise<TestService> {
  const service = new TestService({ download: true, clock: { now: () => Date.UTC(2026, 0, 5, 10, 11, 12, 345) } });
  await service.upload(reference, 'REF');
  await service.infer(inferences);
  return service;
}

/** The column in-1 of the rows that came, as text. */
async function sizes(service: TestService, matchers: object): Promise<string[]> {
  const { dataCSV } = await service.post('/data/download', { modelId: 'm', ...matchers });
  const [, ...lines] = String(dataCSV).trimEnd().split('\n');
  return lines.map((line) => line.split(',')[1] ?? '');
}

const match = (columnName: string, operation: string, ...values: unknown[]) => ({ columnName, operation, values });

describe('download', () => {
  it('is off unless switched on, and then described', async () => {
    const service = new TestService();
    expect(await service.send('POST', '/data/download', { modelId: 'm' })).toMatchObject({ status: 404 });
    expect(await service.get('/q/openapi')).not.toContain('/data/download');
    service.emulator.restart({ download: true });
    expect(await service.send('POST', '/data/download', { modelId: 'm' })).toMatchObject({ status: 400 });
    expect(await service.get('/q/openapi')).toContain('/data/download');
  });

  it('is text with names in force, tags, ids and times', async () => {
    const service = await filled();
    await service.send('POST', '/info/names', { modelId: 'm', inputMapping: { 'in-1': 'Size' }, outputMapping: {} });
    const { dataCSV } = await service.post('/data/download', {
      modelId: 'm',
      matchAll: [match('trustyai.INDEX', 'EQUALS', 3)],
    });
    const [header, row] = String(dataCSV).split('\n');
    expect(header).toBe('"in-0","Size","out-0","_trustyai_tag","_trustyai_id","_trustyai_timestamp"');
    expect(row).toMatch(/^0\.0,4\.5,0,"_trustyai_unlabeled","[0-9a-f-]{36}","1767607872345"$/);
  });

  it.each([
    ['nothing', {}, ['1.0', '2.0', '3.0', '4.5', '6.0']],
    ['a tag', { matchAll: [match('trustyai.TAG', 'EQUALS', 'REF')] }, ['1.0', '2.0', '3.0']],
    [
      'an index within a tag',
      {
        matchAll: [match('trustyai.TAG', 'EQUALS', '_trustyai_unlabeled'), match('trustyai.INDEX', 'BETWEEN', 1, 9)],
      },
      ['6.0'],
    ],
    ['values from a low up to but without a high', { matchAll: [match('in-1', 'BETWEEN', 2, 4.5)] }, ['2.0', '3.0']],
    ['one of two', { matchAny: [match('in-1', 'EQUALS', 1), match('out-0', 'EQUALS', 0)] }, 500],
    ['either of two', { matchAny: [match('in-1', 'EQUALS', 1), match('in-1', 'EQUALS', 6)] }, ['1.0', '6.0']],
    ['none of two', { matchNone: [match('in-0', 'EQUALS', 0), match('in-1', 'EQUALS', 3)] }, ['6.0']],
    [
      'a time',
      { matchAll: [match('trustyai.TIMESTAMP', 'BETWEEN', '2026-01-05T10:11:12.345', '2026-01-05T10:11:13')] },
      ['1.0', '2.0', '3.0', '4.5', '6.0'],
    ],
    [
      'an earlier time',
      { matchAll: [match('trustyai.TIMESTAMP', 'BETWEEN', '2026-01-05T09:00', '2026-01-05T10:11:12')] },
      [],
    ],
    ['a time as a number', { matchAll: [match('trustyai.TIMESTAMP', 'BETWEEN', 0, 1)] }, 500],
  ])('by %s', async (_what, matchers, expected) => {
    const service = await filled();
    if (typeof expected === 'number') {
      const reply = await service.send('POST', '/data/download', { modelId: 'm', ...matchers });
      expect(reply.status).toBe(expected);
    } else {
      expect(await sizes(service, matchers)).toEqual(expected);
    }
  });

  it('finds no data column by any name while there are aliases', async () => {
    const service = await filled();
    await service.send('POST', '/info/names', { modelId: 'm', inputMapping: { 'in-1': 'Size' }, outputMapping: {} });
    const ask = async (name: string) =>
      (await service.send('POST', '/data/download', { modelId: 'm', matchAll: [match(name, 'EQUALS', 1)] })).status;
    expect([await ask('Size'), await ask('in-1')]).toEqual([500, 400]);
  });
});
