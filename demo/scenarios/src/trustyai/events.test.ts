import { describe, expect, it } from 'vitest';
import { defaultSeed, jukebox } from '../jukebox/jukebox.ts';
import { smallScenario } from '../testing/small-scenario.ts';
import { weekMs } from '../scenario.ts';
import { replayEvents } from './events.ts';

const now = 1_780_000_000_000;
const minute = 60_000;

describe('replay events', () => {
  const events = [...replayEvents(smallScenario(), now)];

  it('upload the reference first, one tensor of shape [rows] a feature, tagged TRAINING', () => {
    expect(events[0]).toEqual({
      at: now - 61 * minute,
      method: 'POST',
      path: '/data/upload',
      body: {
        model_name: 'odd "name"\\',
        data_tag: 'TRAINING',
        request: {
          inputs: [
            { name: 'a', shape: [3], datatype: 'FP64', data: [1, 2, 3] },
            { name: 'b\nc', shape: [3], datatype: 'FP64', data: [-1, -2, -3] },
          ],
        },
        response: {
          model_name: 'odd "name"\\',
          model_version: '1',
          outputs: [
            {
              name: 'output',
              shape: [3, 2],
              datatype: 'FP64',
              data: [
                [0.1, 0.9],
                [0.1, 0.9],
                [0.1, 0.9],
              ],
            },
          ],
        },
      },
    });
  });

  it('then schedule both drift metrics, each with a name and never with metricName', () => {
    expect(events.slice(1, 3).map(({ path, body }) => ({ path, body }))).toEqual(
      ['kstest', 'comparemeans'].map((drift) => ({
        path: `/metrics/drift/${drift}/request`,
        body: {
          modelId: 'odd "name"\\',
          referenceTag: 'TRAINING',
          fitColumns: ['a', 'b\nc'],
          batchSize: 2,
          requestName: `odd "name"\\-${drift}`,
        },
      }))
    );
  });

  it('name outputs and schedule both fairness metrics where a scenario has a discrete outcome', () => {
    const fairness = {
      protectedAttribute: 'a',
      privileged: 1,
      unprivileged: 2,
      outcome: 'yes',
      favorable: 1,
      batchSize: 9,
    };
    const added = [...replayEvents({ ...smallScenario(), outputNames: { 'output-1': 'yes' }, fairness }, now)];
    expect(added).toHaveLength(events.length + 3);
    expect(added[1]).toMatchObject({ path: '/info/names', body: { outputMapping: { 'output-1': 'yes' } } });
    expect(added.slice(4, 6).map(({ path, body }) => ({ path, body }))).toEqual(
      ['spd', 'dir'].map((metric) => ({
        path: `/metrics/group/fairness/${metric}/request`,
        body: {
          modelId: 'odd "name"\\',
          protectedAttribute: 'a',
          privilegedAttribute: 1,
          unprivilegedAttribute: 2,
          outcomeName: 'yes',
          favorableOutcome: 1,
          batchSize: 9,
          requestName: 'yes = 1, a 2 against 1',
        },
      }))
    );
  });

  it('then upload untagged rows by quarters of an hour, the last one at the end', () => {
    const batches = events
      .slice(3)
      .map(({ at, body }) => ({ minutes: (at - now) / minute, body: JSON.stringify(body) }));
    expect(batches.map((batch) => batch.minutes)).toEqual([-60, -30, 0]);
    expect(batches.every((batch) => !batch.body.includes('data_tag'))).toBe(true);
    expect(batches[1]?.body).toContain('"name":"a","shape":[2],"datatype":"FP64","data":[1,2]');
  });

  it('give a single output the shape [rows], so that its column keeps its name', () => {
    const scenario = smallScenario();
    const single = { ...scenario, outputTensor: 'prediction', reference: [{ inputs: [1, 2], outputs: [0] }] };
    const [first] = replayEvents(single, now);
    expect(JSON.stringify(first)).toContain('{"name":"prediction","shape":[1],"datatype":"FP64","data":[0]}');
  });

  it('are the same calls whenever the week ends', () => {
    const later = [...replayEvents(smallScenario(), now + 12_345)];
    expect(later.map(({ at, ...call }) => ({ at: at - 12_345, ...call }))).toEqual(events);
  });

  it('hold every row of the jukebox week, in order of time', () => {
    const scenario = jukebox(defaultSeed);
    const week = [...replayEvents(scenario, now)];
    expect(week.every((event, i) => event.at >= (week[i - 1]?.at ?? 0))).toBe(true);
    expect([week[0]?.at, week.at(-1)?.at]).toEqual([now - weekMs, now]);
    const rows = week.slice(6).map(({ body }) => Number(/"shape":\[(\d+)\]/.exec(JSON.stringify(body))?.[1]));
    expect(rows.reduce((sum, count) => sum + count, 0)).toBe(scenario.history.length);
    expect(Math.max(...rows)).toBeLessThan(40);
  });

  it('split a reference beyond 5000 rows into several uploads under the same tag', () => {
    const scenario = smallScenario();
    const reference = Array.from({ length: 5001 }, (_row, i) => ({ inputs: [i, i], outputs: [0, 0] }));
    const tagged = [...replayEvents({ ...scenario, reference }, now)].filter((e) =>
      JSON.stringify(e).includes('TRAINING","request')
    );
    expect(tagged.map(({ body }) => /"shape":\[(\d+)\]/.exec(JSON.stringify(body))?.[1])).toEqual(['5000', '1']);
  });
});
