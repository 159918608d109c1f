import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { defaultSeed, jukebox } from '../jukebox/jukebox.ts';
import { smallScenario } from '../testing/small-scenario.ts';
import { entryOf, envelope } from './envelope.ts';
import { historyLogs } from './history.ts';
import { linesOfFile } from './lines-of-file.ts';
import { liveLog } from './live-log.ts';

const now = 1_780_000_000_000;
const folder = mkdtempSync(join(tmpdir(), 'logs-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('logs of history', () => {
  const scenario = jukebox(defaultSeed);
  const { lines, counts } = historyLogs(scenario, now);
  const found = (pattern: RegExp) => lines.filter(({ message }) => pattern.test(message));

  it('are in order of time, and no two lines of a pod are alike at the same moment', () => {
    expect(lines.every(({ at }, i) => at >= (lines[i - 1]?.at ?? 0))).toBe(true);
    // Loki keeps one of them only.
    expect(new Set(lines.map(({ at, from, message }) => `${at} ${from} ${message}`)).size).toBe(lines.length);
  });

  it('hold what the counts say', () => {
    expect(counts.oneIn).toBe(1);
    expect(counts.statuses).toEqual({
      '200': found(/Completed 200 \(\d+ms\)/).length,
      '503': found(/Completed 503 \(\d+ms\)/).length,
    });
    expect(counts.statuses['200']).toBe(scenario.history.length);
    expect(counts.bodies).toBe(found(/"inputs":\[/).length);
    expect(counts.unicorns).toBe(found(/🦄🦄🦄🦄/).length);
    expect(counts.warnings).toBe(found(/ - WARNING - /).length);
    const waited = found(/Completed/).map(({ message }) => Number(/\((\d+)ms\)/.exec(message)?.[1]));
    expect(counts.waitedMs.sum).toBe(waited.reduce((sum, ms) => sum + ms, 0));
    expect(counts.waitedMs.max).toBe(Math.max(...waited));
    expect(waited.filter((ms) => ms < counts.waitedMs.p90).length / waited.length).toBeLessThanOrEqual(0.9);
    expect(waited.filter((ms) => ms <= counts.waitedMs.p90).length / waited.length).toBeGreaterThanOrEqual(0.9);
  });

  it('carry each row of the scenario whole, in colour', () => {
    const [first] = found(/"inputs":/);
    expect(first?.message).toMatch(/^\u001b\[36mPOST\u001b\[0m \/v2\/models\/jukebox\/infer \{/);
    const body = JSON.parse(first?.message.slice(first.message.indexOf('{')) ?? '') as {
      inputs: Array<{ name: string; shape: number[]; data: number[] }>;
    };
    expect(body.inputs.map(({ name }) => name)).toEqual(scenario.features);
    expect(body.inputs.map(({ data }) => data)).toEqual(scenario.history[0]?.inputs.map((value) => [value]));
  });

  it('are thinned where there are many rows', () => {
    const small = smallScenario();
    const history = Array.from({ length: 30_000 }, (_, i) => ({ offsetMs: i - 30_000, inputs: [i, i], outputs: [0] }));
    const thinned = historyLogs({ ...small, history }, now).counts;
    expect([thinned.oneIn, thinned.statuses['200']]).toEqual([3, 10_000]);
  });
});

describe('an envelope', () => {
  it('says where its line goes in Loki, whatever the names', () => {
    const of = { model: 'odd "name"\\', namespace: 'n\ns' };
    const line = envelope(of, { at: now, from: 'model', level: 'info', message: '🦄 "x"' });
    expect(entryOf(line)).toEqual({
      labels: {
        log_type: 'application',
        kubernetes_namespace_name: 'n\ns',
        kubernetes_pod_name: 'odd "name"\\-predictor-7d9c5f6b8c-x2k4p',
        kubernetes_container_name: 'kserve-container',
      },
      nanoseconds: `${now}000000`,
      line,
    });
  });

  it.each(['', 'x', '{}', '{"kubernetes":{"pod_name":"p"}}', 'null'])('is not what %j is', (line) => {
    expect(entryOf(line)).toBeUndefined();
  });
});

describe('linesOfFile', () => {
  it('gives whole lines to the end of the file', async () => {
    const file = join(folder, 'whole');
    writeFileSync(file, 'a\nü\nhalf');
    const lots = [];
    for await (const lot of linesOfFile(file)) {
      lots.push(...lot);
    }
    expect(lots).toEqual(['a', 'ü']);
  });

  it('waits for a file and follows it, a line in pieces included', async () => {
    const file = join(folder, 'followed');
    const ending = new AbortController();
    const lines = linesOfFile(file, ending.signal);
    const first = lines.next();
    liveLog({ ...jukebox(defaultSeed), historyRows: 0 }, file)({ inputs: [1], outputs: [] });
    expect((await first).value?.map((line: string) => entryOf(line)?.labels['kubernetes_container_name'])).toContain(
      'jukebox-ui'
    );
    const second = lines.next();
    appendFileSync(file, '{"half":');
    appendFileSync(file, '1}\n');
    expect((await second).value).toEqual(['{"half":1}']);
    const end = lines.next();
    ending.abort();
    expect((await end).done).toBe(true);
  });
});
