import { describe, expect, it } from 'vitest';
import { TestService } from '../testing/service.ts';
import type { Row } from '../testing/service.ts';

// Of the inferences, 1 of 3 rows of group 0 and 1 of 2 rows of group 1 have the outcome 1.
const inferences: Row[] = [
  [0, 5, 0],
  [0, 6, 0],
  [0, 7, 1],
  [1, 8, 1],
  [1, 9, 0],
];
const groups = {
  modelId: 'm',
  protectedAttribute: 'in-0',
  privilegedAttribute: 1,
  unprivilegedAttribute: 0,
  outcomeName: 'out-0',
  favorableOutcome: 1,
};

async function filled(): Promise<TestService> {
  const service = new TestService();
  await service.upload([[0, 0, 1]], 'REF');
  await service.infer([[0, 0, 1]]);
  await service.infer(inferences);
  return service;
}

describe('fairness', () => {
  it.each([
    ['spd', { batchSize: 5 }, 1 / 3 - 1 / 2, { lowerBound: -0.1, upperBound: 0.1, outsideBounds: true }],
    ['dir', { batchSize: 5 }, 2 / 3, { lowerBound: 0.8, upperBound: 1.2, outsideBounds: true }],
    // One more inference of group 0 with the outcome 1; the reference row does not count.
    ['spd', { batchSize: 100 }, 0, { lowerBound: -0.1, upperBound: 0.1, outsideBounds: false }],
    ['dir', { batchSize: 5, thresholdDelta: 0.5 }, 2 / 3, { lowerBound: 0.5, upperBound: 1.5, outsideBounds: false }],
    // The form in which lists show a value is taken, too.
    ['spd', { privilegedAttribute: { type: 'DOUBLE', value: 1 } }, 0, undefined],
  ])('%s %j', async (name, change, value, thresholds) => {
    const reply = await (await filled()).post(`/metrics/group/fairness/${name}`, { ...groups, ...change });
    expect(reply['value']).toBeCloseTo(value, 12);
    if (thresholds) expect(reply['thresholds']).toEqual(thresholds);
  });

  it('of an empty group is NaN, as text, and outside the bounds', async () => {
    const reply = await (await filled()).post('/metrics/spd', { ...groups, privilegedAttribute: 7 });
    expect([reply['value'], reply['thresholds']]).toEqual([
      'NaN',
      { lowerBound: -0.1, upperBound: 0.1, outsideBounds: true },
    ]);
  });

  it.each([
    ['text for a number', { privilegedAttribute: '1' }, 400, /Received invalid type/],
    ['an unknown column', { protectedAttribute: 'nope' }, 400, /"field":"response.request.m.nope"/],
    ['a list', { privilegedAttribute: [1] }, 400, /^$/],
    ['no favorable outcome', { favorableOutcome: undefined }, 500, /"details":"Error id /],
  ])('refuses %s', async (_what, change, status, body) => {
    const reply = await (await filled()).send('POST', '/metrics/dir', { ...groups, ...change });
    expect(reply.status).toBe(status);
    expect(reply.body).toMatch(body);
  });

  it('explains no value', async () => {
    const reply = await (await filled()).send('POST', '/metrics/dir/definition', { ...groups, metricValue: 0.5 });
    expect(reply).toEqual({ status: 400, body: '' });
  });

  it('is scheduled, listed with its values, and published under them', async () => {
    const service = await filled();
    await service.post('/metrics/spd/request', { ...groups, batchSize: 5 });
    service.emulator.tick();
    const list = JSON.parse(await service.get('/metrics/all/requests?type=fairness')) as { requests: unknown[] };
    expect(list.requests).toMatchObject([
      {
        request: {
          metricName: 'SPD',
          protectedAttribute: 'in-0',
          privilegedAttribute: { type: 'DOUBLE', value: 1 },
          favorableOutcome: { type: 'INT64', value: 1 },
          thresholdDelta: null,
        },
      },
    ]);
    expect(await service.series('spd')).toEqual([
      'trustyai_spd{batch_size="5",favorable_value="1",metricName="SPD",model="m",outcome="out-0",' +
        `privileged="1.0",protected="in-0",unprivileged="0.0"} ${1 / 3 - 1 / 2}`,
    ]);
  });
});
