import { resolve } from 'node:path';
import { createContext, runInContext } from 'node:vm';
import { build } from 'esbuild';
import { beforeAll, describe, expect, it } from 'vitest';

/** The script as the Go shell compiles it: without comments, white space and source map. */
let script = '';

beforeAll(async () => {
  const built = await build({
    entryPoints: [resolve(import.meta.dirname, 'script.ts')],
    bundle: true,
    format: 'iife',
    target: 'es2022',
    minify: true,
    write: false,
  });
  script = built.outputFiles[0]?.text ?? '';
});

const play = `
  const session = soundcheck.start('query', { query: { refId: 'A', queryType: 'latest' } }, { settings: {}, now: 0 });
  const metrics = 'trustyai_kstest{modelId="m",subcategory="a"} 0.5\\n';
  const reply = ({ path }) => path === '/q/metrics'
    ? { status: 200, contentType: 'text/plain', body: metrics }
    : { status: 404, contentType: '', body: '' };
  let step = session.step([]);
  while (step.requests) step = session.step(step.requests.map(reply));
  JSON.stringify(step.done.map(({ name, fields }) => [name, fields[1].values[0]]));
`;

describe('the bundle for the Go shell', () => {
  it('is small enough to be compiled for every process', () => {
    expect(script.length).toBeGreaterThan(10_000);
    expect(script.length).toBeLessThan(100_000);
  });

  it('runs where the language is all there is: no console, URL, Intl, TextEncoder, timers', () => {
    const context = createContext({});
    const absent = ['Intl', 'WebAssembly', 'SharedArrayBuffer', 'Atomics', 'WeakRef', 'FinalizationRegistry'];
    runInContext(absent.map((name) => `delete globalThis.${name};`).join(''), context);
    runInContext(script, context);
    expect(runInContext(play, context)).toBe('[["a",0.5]]');
  });
});
