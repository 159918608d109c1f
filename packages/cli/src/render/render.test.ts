import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { main } from '../main.ts';

const root = resolve(import.meta.dirname, '../../../..');
const example = readFileSync(join(root, 'monitors.yaml'), 'utf8');

const folders: string[] = [];
afterEach(() => folders.splice(0).forEach((folder) => rmSync(folder, { recursive: true })));

/** A folder with a monitors.yaml and this repository's provisioning, and the command line in it. */
function inFolder(source = example) {
  const out = mkdtempSync(join(tmpdir(), 'soundcheck-render-'));
  folders.push(out);
  const file = join(out, 'monitors.yaml');
  writeFileSync(file, source);
  cpSync(join(root, 'provisioning'), join(out, 'provisioning'), { recursive: true });
  rmSync(join(out, 'provisioning/alerting/monitors.yaml'), { force: true });
  const run = async (verb: string, args: string[] = [], env: Record<string, string> = {}) => {
    const said = { out: '', err: '' };
    const place = verb === 'render' ? ['--out', out] : [];
    const code = await main([verb, '--file', file, ...place, ...args], {
      out: (text) => (said.out += text),
      err: (text) => (said.err += text),
      env,
    });
    return { code, ...said };
  };
  const put = (path: string, text: string) => {
    mkdirSync(dirname(join(out, path)), { recursive: true });
    writeFileSync(join(out, path), text);
  };
  return { out, file, run, put };
}

function textsBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'));
}

describe('soundcheck render', () => {
  it('writes all files once, and then finds them up to date', async () => {
    const { out, run } = inFolder();
    const before = await run('render', ['--check']);
    expect(before.code).toBe(1);
    expect(before.out).toMatch(/^missing {4}provisioning\/alerting\/monitors\.yaml$/m);
    expect(existsSync(join(out, 'deploy'))).toBe(false);

    const first = await run('render');
    expect(first).toMatchObject({ code: 0, err: '' });
    for (const path of [
      'provisioning/alerting/monitors.yaml',
      'deploy/prometheus/jukebox-prod.rules.yml',
      'deploy/alertmanager/alertmanager.yml',
      ...['prometheus-rule', 'alertmanager-config', 'service-monitor', 'secret', 'reconcile', 'kustomization'].map(
        (name) => `deploy/namespaces/jukebox-test/${name}.yaml`
      ),
      'deploy/base/kustomization.yaml',
    ]) {
      expect(existsSync(join(out, path)), path).toBe(true);
    }
    expect((await run('render')).out).toMatch(/ 0 written, 0 deleted\.\n$/);
    expect(await run('render', ['--check'])).toMatchObject({ code: 0, err: '' });
  });

  it('says which file is missing, outdated or left over, and mends that alone', async () => {
    const { out, run, put } = inFolder();
    await run('render');
    const header = readFileSync(join(out, 'deploy/alertmanager/alertmanager.yml'), 'utf8').split('\n')[0] ?? '';
    put('deploy/namespaces/gone/secret.yaml', `${header}\n`);
    put('deploy/alertmanager/alertmanager.yml', `${header}\nroute: {}\n`);
    put('deploy/namespaces/mine/own.yaml', 'kind: Mine\n');
    put('provisioning/alerting/own.yaml', 'apiVersion: 1\n');
    rmSync(join(out, 'deploy/prometheus/jukebox-prod.rules.yml'));
    const found = await run('render', ['--check']);
    expect(found.code).toBe(1);
    expect(found.out).toMatch(/^missing {4}deploy\/prometheus\/jukebox-prod\.rules\.yml$/m);
    expect(found.out).toMatch(/^outdated {3}deploy\/alertmanager\/alertmanager\.yml$/m);
    expect(found.out).toMatch(/^left over {2}deploy\/namespaces\/gone\/secret\.yaml$/m);
    expect(found.out).not.toMatch(/own\.yaml/);
    expect((await run('render')).out).toMatch(/ 1 deleted\.\n$/);
    expect(existsSync(join(out, 'deploy/namespaces/gone/secret.yaml'))).toBe(false);
    expect(readFileSync(join(out, 'deploy/namespaces/mine/own.yaml'), 'utf8')).toBe('kind: Mine\n');
    expect((await run('render', ['--check'])).code).toBe(0);
  });

  it('--only writes and looks at one part', async () => {
    const { out, run } = inFolder();
    expect((await run('render', ['--only', 'alertmanager'])).out).toBe('1 files: 1 written, 0 deleted.\n');
    expect(readdirSync(join(out, 'deploy'))).toEqual(['alertmanager']);
    expect((await run('render', ['--only', 'alertmanager', '--check'])).code).toBe(0);
    expect((await run('render', ['--only', 'grafana', '--only', 'prometheus', '--check'])).code).toBe(1);
    expect(await run('render', ['--only', 'everything'])).toMatchObject({
      code: 2,
      err: expect.stringMatching(/"everything" is no part: choose among grafana, /),
    });
  });

  it('writes nothing of what Grafana would not start with', async () => {
    const { out, run } = inFolder(`${example}\nprometheus: { every: 15s }\n`);
    const { code, err } = await run('render');
    expect(code).toBe(1);
    expect(err).toMatch(/15s.*\nNothing is written\.\n$/s);
    expect(existsSync(join(out, 'deploy'))).toBe(false);
  });

  it('writes nothing from a file that is wrong, and says where', async () => {
    const { run, file } = inFolder(example.replace('metric: ks', 'metric: kss'));
    const { code, err } = await run('render');
    expect(code).toBe(1);
    expect(err).toMatch(new RegExp(`^${file}:\\d+:\\d+: .*kss`, 'm'));
  });

  it('what is set in the environment is in no output, whatever it is', async () => {
    const names = [...new Set([...example.matchAll(/\$\{(\w+)\}/g)].map(([, name]) => name ?? ''))];
    expect(names.length).toBeGreaterThan(3);
    const { out, run } = inFolder();
    await fc.assert(
      fc.asyncProperty(fc.array(fc.uuid(), { minLength: names.length, maxLength: names.length }), async (values) => {
        const env = Object.fromEntries(names.map((name, i) => [name, `x$${values[i] ?? ''}`]));
        Object.assign(process.env, env);
        try {
          const said = [await run('render', [], env), await run('check', [], env), await run('check', ['--json'], env)];
          const texts = [...said.flatMap((one) => [one.out, one.err]), ...textsBelow(join(out, 'deploy'))];
          texts.push(...textsBelow(join(out, 'provisioning/alerting')));
          expect(texts.filter((text) => values.some((value) => text.includes(value)))).toEqual([]);
        } finally {
          names.forEach((name) => Reflect.deleteProperty(process.env, name));
        }
      }),
      { numRuns: 5 }
    );
  });
});
