import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { step } from './progress.ts';
import { logFolder, root } from './paths.ts';
import { lastWords } from './run/log-tail.ts';
import { Sentence } from './sentence.ts';
import type { Children } from './run/children.ts';

/** What must exist afterwards: what the page loads. */
const products = [
  'packages/query/dist/core.js',
  'plugins/trustyai-datasource/dist/module.js',
  'plugins/drift-panel/dist/module.js',
  'demo/preview/dist/index.html',
];

/**
 * Builds the plugins, the core's bundle and the page. turbo knows what has changed since: nothing takes a second.
 * @throws Sentence where it fails
 */
export async function build(children: Children): Promise<void> {
  const turbo = join(root, 'node_modules', '.bin', 'turbo');
  const result = await step(
    'Plugins and page (turbo run build)',
    () =>
      children.run({
        name: 'build',
        command: turbo,
        args: ['run', 'build', '--output-logs=new-only', '--log-order=stream', '--ui=stream'],
        cwd: root,
        env: { TURBO_TELEMETRY_DISABLED: '1', TURBO_NO_UPDATE_NOTIFIER: '1', DO_NOT_TRACK: '1' },
      }),
    { log: join(logFolder, 'build.log') }
  );
  if (!result.ok) {
    throw new Sentence(
      `The build failed (${result.outcome}). Mend what it names and start again. ${lastWords(result.log, 20)}`
    );
  }
  const absent = products.filter((file) => !existsSync(join(root, file)));
  if (absent.length > 0) {
    throw new Sentence(
      `The build left out ${absent.join(', ')}. Empty .cache/turbo and start again. Log: ${result.log}`
    );
  }
}
