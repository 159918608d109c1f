import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { add, countGo, countPlaywright, countUnit, none, single, skippedOne } from './counts.ts';
import type { Counts } from './counts.ts';
import { buildKustomize } from './kustomize.ts';
import { isOnPath, root, runCommand } from './run-command.ts';

interface Stage {
  name: string;
  what: string;
  run(): Promise<Counts>;
}

const bin = (name: string) => join(root, 'node_modules/.bin', name);
const reports = join(root, '.cache/reports');

const vitestFolders = [
  'packages/drift',
  'packages/query',
  'packages/monitors',
  'packages/cli',
  'services/retrain',
  'demo/emulator',
  'demo/scenarios',
  'demo/gallery',
  'demo/trainer',
  'demo/start',
  'demo/preview',
  'tools',
  'bench',
];
const jestFolders = ['plugins/trustyai-datasource', 'plugins/drift-panel'];
const goFolder = join(root, 'plugins/trustyai-datasource');

/** What is missing here is a skipped check on a developer's machine and a failure in CI. */
function missing(sentence: string): Counts {
  console.log(sentence);
  return process.env.CI === 'true' ? single(sentence, false) : skippedOne;
}

async function turbo(...tasks: string[]): Promise<Counts> {
  const run = await runCommand(bin('turbo'), ['run', ...tasks, '--output-logs=errors-only']);
  return single(`turbo run ${tasks.join(' ')}`, run.ok);
}

/** The plugins have a configuration of their own, Grafana's; all else is one run. */
async function lint(): Promise<Counts> {
  const [rest, plugins, format] = await Promise.all([
    runCommand(bin('eslint'), ['.']),
    turbo('lint'),
    runCommand(bin('prettier'), ['--check', '--log-level', 'warn', '.']),
  ]);
  return add(add(single('eslint .', rest.ok), plugins), single('prettier --check', format.ok));
}

async function unit(folder: string, runner: 'vitest' | 'jest'): Promise<Counts> {
  const report = join(reports, `${folder.replaceAll('/', '-')}.json`);
  const cwd = join(root, folder);
  const workers = ['--maxWorkers', '2'];
  const args =
    runner === 'vitest'
      ? ['run', ...workers, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
      : [...workers, '--json', `--outputFile=${report}`];
  console.log(`--- ${folder}`);
  const local = join(cwd, 'node_modules/.bin', runner);
  const result = await runCommand(local, args, { cwd, capture: runner === 'jest' });
  return countUnit(folder, report, result.ok);
}

async function units(): Promise<Counts> {
  mkdirSync(reports, { recursive: true });
  const noKustomize = await buildKustomize();
  let total = noKustomize === undefined ? none : missing(noKustomize);
  for (const folder of vitestFolders) {
    total = add(total, await unit(folder, 'vitest'));
  }
  for (const folder of jestFolders) {
    total = add(total, await unit(folder, 'jest'));
  }
  return total;
}

async function go(): Promise<Counts> {
  if (!isOnPath('go')) {
    return missing('Go is not on PATH: the tests of the data source back end are skipped. Install Go 1.26 or newer.');
  }
  // The shell embeds the core's bundle.
  const bundle = await runCommand('go', ['generate', './pkg/engine'], { cwd: goFolder });
  const vet = await runCommand('go', ['vet', './pkg/...'], { cwd: goFolder });
  const race = isOnPath('gcc') ? ['-race'] : [];
  const tests = await runCommand('go', ['test', ...race, '-timeout', '20m', '-json', './pkg/...'], {
    cwd: goFolder,
    capture: true,
  });
  if (!tests.ok) {
    console.log(
      tests.output
        .split('\n')
        .filter((line) => line.includes('"Output"'))
        .slice(-200)
        .join('\n')
    );
  }
  return add(
    add(single('go generate and go vet', bundle.ok && vet.ok), countGo(tests.output, tests.ok)),
    await otherPlatforms()
  );
}

/** Grafana runs on these too. Each takes minutes on a cold build cache, hence under CI only. */
async function otherPlatforms(): Promise<Counts> {
  if (process.env.CI !== 'true') {
    console.log('The back end is compiled for other platforms under CI=true only: skipped.');
    return skippedOne;
  }
  let total = none;
  for (const platform of ['linux/arm64', 'darwin/amd64', 'darwin/arm64', 'windows/amd64']) {
    const [GOOS = '', GOARCH = ''] = platform.split('/');
    const env = { GOOS, GOARCH, CGO_ENABLED: '0' };
    const built = await runCommand('go', ['build', './pkg/...'], { cwd: goFolder, env });
    console.log(`${platform}: ${built.ok ? 'compiles' : 'does not compile'}`);
    total = add(total, single(`go build for ${platform}`, built.ok));
  }
  return total;
}

function findChromium(): string | undefined {
  const candidates = [
    process.env.CHROMIUM_PATH,
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
  ];
  return candidates.find((path): path is string => path !== undefined && existsSync(path));
}

/** Builds the native parts, which later stages ask, and asks every part and every shipped dashboard query for real data. */
async function demo(): Promise<Counts> {
  const start = ['tools/workspace/run.mjs', 'demo/start/src/main.ts', '--check'];
  const allow = process.env.CI === 'true' ? [] : ['--allow-absent'];
  return single('npm start -- --check', (await runCommand('node', [...start, ...allow], { cwd: root })).ok);
}

async function endToEnd(): Promise<Counts> {
  const chromium = findChromium();
  if (!chromium) {
    return missing('No Chromium: end-to-end tests are skipped. Install Debian’s "chromium" or set CHROMIUM_PATH.');
  }
  let total = none;
  for (const scenario of ['jukebox', 'own-data', 'gallery', 'loop']) {
    total = add(total, await inChromium(chromium, scenario));
  }
  return total;
}

/** One run of the demo, with its own scenario or with somebody's files, and the specs for it. */
async function inChromium(chromium: string, scenario: string): Promise<Counts> {
  mkdirSync(reports, { recursive: true });
  const report = join(reports, `e2e-${scenario}.json`);
  console.log(`--- ${scenario}`);
  const result = await runCommand(join(root, 'e2e/node_modules/.bin/playwright'), ['test', '--reporter=list,json'], {
    cwd: join(root, 'e2e'),
    env: { CHROMIUM_PATH: chromium, PLAYWRIGHT_JSON_OUTPUT_NAME: report, SOUNDCHECK_E2E: scenario },
  });
  return countPlaywright(scenario, report, result.ok);
}

export const stages: Stage[] = [
  { name: 'build', what: 'plugins, core bundle, preview page', run: () => turbo('build') },
  { name: 'typecheck', what: 'TypeScript, strict', run: () => turbo('typecheck') },
  { name: 'lint', what: 'eslint with the borders between parts, prettier', run: lint },
  // Before all that asks Prometheus, promtool, amtool or Loki.
  { name: 'demo', what: 'npm start -- --check: native parts, and data for each dashboard query', run: demo },
  { name: 'e2e', what: 'Chromium against the running demo', run: endToEnd },
  { name: 'unit', what: 'unit, property, contract, bundle and provisioning tests', run: units },
  { name: 'go', what: 'data source back end', run: go },
];
