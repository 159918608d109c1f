import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { smallScenario } from '../testing/small-scenario.ts';
import { openMetrics } from './openmetrics.ts';
import { samples } from './sampling.ts';
import { serve } from './serve.ts';

const now = 1_780_000_000_000;
const scenario = smallScenario();
const text = [...openMetrics(scenario, samples(scenario, now), 'server-1')].join('');
const lines = text.split('\n');

/** Values of a series, oldest first, with their times in seconds. */
function series(start: string, also = ''): { value: number; seconds: number }[] {
  return lines
    .filter((line) => line.startsWith(start) && line.includes(also))
    .map((line) => line.split(' ').slice(-2).map(Number))
    .map(([value = NaN, seconds = NaN]) => ({ value, seconds }));
}

describe('OpenMetrics text of the week', () => {
  it('ends with # EOF and names a type for every family', () => {
    expect(text.endsWith('\n# EOF\n')).toBe(true);
    expect(lines.filter((line) => line.startsWith('# TYPE'))).toEqual([
      '# TYPE ovms_requests_success unknown',
      '# TYPE ovms_requests_fail unknown',
      '# TYPE ovms_request_time_us histogram',
      '# TYPE ovms_inference_time_us histogram',
      '# TYPE ovms_wait_for_infer_req_time_us histogram',
      '# TYPE model_input_value gauge',
    ]);
  });

  it('carries target labels and escapes label values', () => {
    expect(lines.find((line) => line.startsWith('model_input_value'))).toContain(
      '{job="model-server",instance="server-1",namespace="small",model="odd \\"name\\"\\\\",feature="a"}'
    );
    expect(text).toContain('feature="b\\nc"');
  });

  it('is sampled at most 4 minutes apart and exactly at the end', () => {
    const times = series('ovms_requests_success').map((point) => point.seconds);
    expect(times.at(-1)).toBe(now / 1000);
    expect(times.slice(1).every((time, i) => time - (times[i] ?? 0) <= 240 && time > (times[i] ?? 0))).toBe(true);
  });

  it('counts the requests that had come by each time', () => {
    const success = series('ovms_requests_success');
    const at = (minutes: number) => success.find((point) => point.seconds === now / 1000 + minutes * 60)?.value;
    expect([at(-60), at(-42), at(-40), at(-38), at(-4), at(0)]).toEqual([1, 1, 2, 3, 4, 5]);
  });

  it('has histograms that add up', () => {
    const spent = scenario.history.map((_row, i) => serve(scenario.seed, i).durations.request);
    expect(series('ovms_request_time_us_count').at(-1)?.value).toBe(5);
    expect(series('ovms_request_time_us_sum').at(-1)?.value).toBe(spent.reduce((sum, us) => sum + us, 0));
    for (const bound of [340, 612, 1101]) {
      expect(series('ovms_request_time_us_bucket', `le="${bound}.0"`).at(-1)?.value).toBe(
        spent.filter((us) => us <= bound).length
      );
    }
    expect(series('ovms_request_time_us_bucket', 'le="+Inf"').at(-1)?.value).toBe(5);
  });

  it('shows the inputs of the latest request, and none before the first', () => {
    const values = series('model_input_value', 'feature="a"');
    expect(values[0]).toEqual({ value: 0, seconds: now / 1000 - 3600 });
    expect(values.find((point) => point.seconds === now / 1000 - 38 * 60)?.value).toBe(2);
    expect(values.at(-1)?.value).toBe(4);
  });

  const promtool = fileURLToPath(new URL('../../../../.cache/bin/promtool', import.meta.url));
  it.skipIf(!existsSync(promtool))('is taken by promtool (skipped where .cache/bin/promtool is not built)', () => {
    const folder = mkdtempSync(join(tmpdir(), 'openmetrics-'));
    try {
      writeFileSync(join(folder, 'in'), text);
      const args = ['tsdb', 'create-blocks-from', 'openmetrics', join(folder, 'in'), join(folder, 'out')];
      const result = spawnSync(promtool, args, { encoding: 'utf8' });
      expect(result.stderr).toBe('');
      expect(result.status).toBe(0);
      // promtool dumps whole databases only, and those have a write-ahead log.
      mkdirSync(join(folder, 'out', 'wal'));
      // 2 counters, 3 histograms of 33 + 1 buckets, a sum and a count, 2 inputs.
      const dump = spawnSync(promtool, ['tsdb', 'dump', join(folder, 'out')], { encoding: 'utf8' }).stdout;
      const names = new Set(
        dump
          .split('\n')
          .filter(Boolean)
          .map((line) => line.slice(0, line.lastIndexOf('}')))
      );
      expect(names.size).toBe(2 + 3 * 36 + 2);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
