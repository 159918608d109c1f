import { describe, expect, it } from 'vitest';
import type { Reply, Request } from '../../core/io.ts';
import { runOver } from '../../drivers/exchange.ts';
import { sharedExchange } from '../../drivers/shared-exchange.ts';

const second = 1000;
const reply = (body: unknown): Reply => ({
  status: 200,
  contentType: 'application/json',
  body: typeof body === 'string' ? body : JSON.stringify(body),
});

/** A Python service whose model is trained anew, behind the cache that all panels and alert rules share. */
function service() {
  const state = { now: 0, tag: 'TRAINING', tags: { m: { TRAINING: 5000, _trustyai_unlabeled: 500 } } as object };
  let tagCalls = 0;
  const answer = ({ path }: Request): Reply => {
    const { tag } = state;
    if (path === '/q/metrics') {
      const labels = `modelId="m",subcategory="a",request="r1",referenceTag="${tag}",fitColumns="a",metricName="KSTest"`;
      return { ...reply(`trustyai_kstest{${labels}} 0.2\n`), contentType: 'text/plain' };
    }
    if (path === '/info/tags') {
      tagCalls += 1;
      return reply(state.tags);
    }
    return path === '/metrics/drift/kstest/requests'
      ? reply({
          requests: [{ requestId: 'r1', modelId: 'm', batchSize: 500, referenceTag: tag, metricName: 'KSTest' }],
        })
      : { status: 404, contentType: '', body: '' };
  };
  const shared = sharedExchange(
    async (request) => answer(request),
    () => state.now
  );
  /** The verdict of an alert rule: 1, 0, or null where it is not known. */
  const verdict = async () => {
    const query = { refId: 'A', queryType: 'latest', metric: 'ks', output: 'verdict' };
    const [frame] = await runOver(shared, 'query', { query }, { settings: {}, now: state.now, fromAlert: true });
    return frame?.fields[0]?.values[0];
  };
  return { state, verdict, tagCalls: () => tagCalls };
}

describe('row counts by tag', () => {
  it('of a reference that came after they were read are read again: a verdict is known at once', async () => {
    const { state, verdict, tagCalls } = service();
    expect([await verdict(), tagCalls()]).toEqual([1, 1]);
    Object.assign(state, { now: 90 * second, tag: 'TRAINING-v2' });
    state.tags = { m: { TRAINING: 5000, 'TRAINING-v2': 2000, _trustyai_unlabeled: 1000 } };
    expect([await verdict(), tagCalls()]).toEqual([1, 2]);
    state.now += 500 * second;
    expect([await verdict(), tagCalls()]).toEqual([1, 2]);
  });

  it('of a reference that never came are asked for once a minute, however many ask', async () => {
    const { state, verdict, tagCalls } = service();
    state.tag = 'LOST';
    for (let at = 0; at < 300; at += 10) {
      state.now = at * second;
      expect(await verdict()).toBeNull();
    }
    expect(tagCalls()).toBe(5);
  });
});
