// Makes one file of each program, with everything in it that it imports. Usage: node docker/bundle.mjs FOLDER
import { resolve } from 'node:path';
import { build } from 'esbuild';

const out = resolve(process.argv[2] ?? 'dist');
const root = resolve(import.meta.dirname, '..');

await build({
  absWorkingDir: root,
  entryPoints: {
    emulator: 'demo/emulator/src/main.ts',
    scenarios: 'demo/scenarios/src/main.ts',
    soundcheck: 'docker/cli.mjs',
    trainer: 'demo/trainer/src/main.ts',
  },
  outdir: out,
  outExtension: { '.js': '.mjs' },
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  legalComments: 'linked',
  // Some packages are CommonJS and ask for Node's own modules by `require`.
  banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
});
