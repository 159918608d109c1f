import { afterEach, describe, expect, it } from 'vitest';
import { runOperation } from '@soundcheck/query/node';
import { main } from '../main.ts';
import { sendInferences, startEmulator, uploadReference } from '../testing/emulator.ts';
import type { Emulator } from '../testing/emulator.ts';

/** The command and the schedule calls against a living service, in both dialects. */

const open: Emulator[] = [];
afterEach(() => open.splice(0).forEach(({ stop }) => stop()));

interface Report {
  service: { dialect: string };
  schedules: Array<{ id: string; metric: string }>;
  values: Array<{ feature: string; value_is: string; state: string; n_reference: number; n_current: number }>;
  diagnoses: Array<{ state: string }>;
}

async function inspect(url: string): Promise<{ code: number; report: Report }> {
  let out = '';
  const code = await main(['inspect', url, '--json'], { out: (text) => (out += text), err: () => undefined, env: {} });
  return { code, report: JSON.parse(out) };
}

/** The process-wide cache keeps `/q/metrics` for five seconds; a fresh identity has a cache of its own. */
let asked = 0;
async function resource(url: string, path: string, body: unknown) {
  const context = { settings: { scheduling: 'editors' }, now: Date.now() };
  asked += 1;
  const options = { baseUrl: url, headers: { 'x-test': String(asked) }, mayWrite: true };
  return await runOperation('resource', { path, params: {}, body }, context, options);
}

async function published(url: string): Promise<void> {
  for (;;) {
    const text = await (await fetch(`${url}/q/metrics`)).text();
    if (text.includes('trustyai_kstest{')) {
      return;
    }
    await new Promise((next) => setTimeout(next, 50));
  }
}

describe.each(['java', 'python'] as const)('an emulated %s service', (dialect) => {
  it('schedules, publishes, is inspected, and forgets', async () => {
    const emulator = await startEmulator(dialect);
    open.push(emulator);
    const { url } = emulator;
    await uploadReference(url, 'credit', 300);
    await sendInferences(url, 'credit', 200);

    const wanted = { model: 'credit', metric: 'ks', requestName: 'nightly', batchSize: 200 };
    await expect(resource(url, 'schedules/create', { ...wanted, referenceTag: 'NOSUCH' })).rejects.toThrow(
      /no reference "NOSUCH": choose one of TRAINING/
    );
    const made = await resource(url, 'schedules/create', { ...wanted, referenceTag: 'TRAINING' });
    const id = 'id' in made ? made.id : '';
    expect(made).toMatchObject({ message: expect.stringMatching(/is scheduled as "nightly"/) });
    await expect(resource(url, 'schedules/create', { ...wanted, requestName: 'again' })).rejects.toThrow(
      `scheduled like that already`
    );

    await published(url);
    const { code, report } = await inspect(url);
    expect(code).toBe(0);
    expect(report.service.dialect).toBe(dialect);
    expect(report.schedules).toMatchObject([{ id, metric: 'ks' }]);
    const inputs = report.values.filter(({ feature }) => feature.startsWith('in-'));
    expect(inputs.map(({ feature, state }) => [feature, state])).toEqual([
      ['in-0', 'no drift'],
      ['in-1', 'drift'],
    ]);
    expect(inputs[1]).toMatchObject({
      value_is: dialect === 'java' ? 'p_value' : 'ks_d',
      n_reference: 300,
      n_current: 200,
    });
    expect(report.diagnoses).toEqual([]);

    const doomed = { id, metric: 'ks', model: 'credit' };
    await expect(resource(url, 'schedules/delete', { ...doomed, metric: 'compare-means' })).rejects.toThrow(
      /is a schedule of ks for credit, not of compare-means for credit/
    );
    const gone = await resource(url, 'schedules/delete', doomed);
    expect(gone).toMatchObject({ message: expect.stringMatching(/is deleted/) });
    const again = await resource(url, 'schedules/delete', doomed);
    expect(again).toMatchObject({ message: expect.stringMatching(/Nothing was deleted/) });
    const text = await (await fetch(`${url}/q/metrics`)).text();
    expect(text).not.toContain('trustyai_kstest{');
  });
});
