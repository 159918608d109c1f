import { describe, expect, it } from 'vitest';
import { TestService } from '../testing/service.ts';
import type { Row } from '../testing/service.ts';

const reference: Row[] = [
  [0, 1, 0],
  [0, 2, 1],
  [1, 3, 1],
  [1, 4, 1],
];
const current: Row[] = [
  [0, 5, 0],
  [0, 6, 1],
];
const drift = { modelId: 'm', referenceTag: 'REF', requestName: 'r' };
const mean = { modelId: 'm', columnName: 'in-1', requestName: 'r' };

async function filled(): Promise<TestService> {
  const service = new TestService();
  await service.upload(reference, 'REF');
  await service.infer(current);
  return service;
}

describe('a tick', () => {
  it('publishes inferences only, where the one-shot mean counts every row', async () => {
    const service = await filled();
    await service.post('/metrics/identity/request', mean);
    expect(await service.series('identity')).toEqual([]);
    service.emulator.tick();
    expect(await service.series('identity')).toEqual([
      'trustyai_identity{batch_size="5000",column="in-1",metricName="IDENTITY",model="m",requestName="r"} 5.5',
    ]);
    expect((await service.post('/metrics/identity', mean))['value']).toBe(3.5);
  });

  it('ends at the first schedule that cannot be computed: what comes after it keeps its values', async () => {
    const service = await filled();
    await service.upload(reference, 'REF', 'n');
    await service.post('/metrics/identity/request', mean);
    await service.post('/metrics/drift/kstest/request', drift);
    service.emulator.tick();
    const before = await service.get('/q/metrics');
    await service.send('POST', '/info/names', { modelId: 'm', inputMapping: { 'in-1': 'Size' }, outputMapping: {} });
    await service.infer(current);
    await service.upload(reference, 'REF', 'n');
    service.emulator.tick();
    const after = await service.get('/q/metrics');
    const [, ...rest] = [before, after].map((text) => text.replace(/(observations_total\{model="m".*\}) .*/, '$1'));
    expect(rest).toEqual([before.replace(/(observations_total\{model="m".*\}) .*/, '$1')]);
    expect(service.warnings.join()).toMatch(/IDENTITY schedule .* of m ends every tick/);
  });

  it('goes on once that schedule is deleted, and shows renamed columns beside the old series', async () => {
    const service = await filled();
    const { requestId } = await service.post('/metrics/identity/request', mean);
    await service.post('/metrics/drift/kstest/request', drift);
    service.emulator.tick();
    await service.send('POST', '/info/names', { modelId: 'm', inputMapping: { 'in-1': 'Size' }, outputMapping: {} });
    const removed = await service.send('DELETE', '/metrics/identity/request', { requestId });
    expect(removed).toEqual({ status: 200, body: 'Removed' });
    service.emulator.tick();
    const columns = (await service.series('kstest')).map((line) => /subcategory="(.*)"/.exec(line)?.[1]);
    expect(columns.sort()).toEqual(['Size', 'in-0', 'in-1', 'out-0']);
  });

  it('ends for a Fourier MMD with too small a reference', async () => {
    const service = await filled();
    await service.post('/metrics/drift/fouriermmd/request', drift);
    service.emulator.tick();
    expect(service.warnings.join()).toMatch(/FOURIERMMD schedule .* ends every tick/);
    expect((await service.send('POST', '/metrics/drift/fouriermmd', drift)).status).toBe(500);
  });
});

describe('label names', () => {
  it('of the first series hold while a series is left: others are listed and not shown', async () => {
    const service = await filled();
    const { requestId } = await service.post('/metrics/identity/request', mean);
    service.emulator.tick();
    await service.post('/metrics/identity/request', { modelId: 'm', columnName: 'in-0' });
    service.emulator.tick();
    expect(await service.series('identity')).toHaveLength(1);
    expect(JSON.parse(await service.get('/metrics/identity/requests'))).toHaveProperty('requests.length', 2);
    await service.send('DELETE', '/metrics/identity/request', { requestId });
    service.emulator.tick();
    expect(await service.series('identity')).toEqual([
      'trustyai_identity{batch_size="5000",column="in-0",metricName="IDENTITY",model="m"} 0.0',
    ]);
  });
});

describe('a restart', () => {
  it('forgets models until they get new rows, while one-shot calls go on', async () => {
    const service = await filled();
    service.emulator.restart();
    expect(await service.get('/info')).toBe('{}');
    expect(await service.get('/info/tags')).toBe('{}');
    expect((await service.emulator.app.inject('/info/inference/ids/m')).statusCode).toBe(400);
    expect((await service.post('/metrics/identity', mean))['value']).toBe(3.5);
    await service.post('/metrics/identity/request', mean);
    service.emulator.tick();
    expect(await service.series('identity')).toEqual([]);
    await service.infer(current);
    service.emulator.tick();
    expect(await service.series('identity')).toHaveLength(1);
    expect(await service.get('/info/tags')).toBe('{"m":{"_trustyai_unlabeled":4,"REF":4}}');
  });
});
