import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { findProgram } from '../native/on-path.ts';
import { niceGo } from '../native/build.ts';
import { say, step } from '../progress.ts';
import { root } from '../paths.ts';
import { lastWords } from '../run/log-tail.ts';
import { wordsOf } from '../sentence.ts';
import type { Children } from '../run/children.ts';

const plugin = join(root, 'plugins/trustyai-datasource');
const systems: Record<string, string> = { win32: 'windows' };
const machines: Record<string, string> = { x64: 'amd64', ia32: '386' };

/** Grafana looks for the program by this name. */
function programName(): string {
  const system = systems[process.platform] ?? process.platform;
  return `gpx_trustyai_${system}_${machines[process.arch] ?? process.arch}${system === 'windows' ? '.exe' : ''}`;
}

/**
 * Builds the data source's back end where Go is: a real Grafana that mounts this clone needs it, the preview does not.
 * A failure is told and stops nothing.
 */
export async function buildDataSourceShell(children: Children): Promise<void> {
  const go = findProgram(['go']);
  if (!go) {
    return;
  }
  try {
    copyFileSync(join(root, 'packages/query/dist/core.js'), join(plugin, 'pkg/engine/core.js'));
    const flags = ['-trimpath', '-ldflags', '-s -w', '-tags', 'arrow_json_stdlib'];
    const result = await step(
      'TrustyAI data source: building its back end for a real Grafana, in the background',
      () =>
        children.run({
          name: 'build-data-source',
          ...niceGo(go, ['build', ...flags, '-o', join('dist', programName()), './pkg']),
          cwd: plugin,
          env: { CGO_ENABLED: '0' },
        }),
      { background: true }
    );
    if (!result.ok) {
      say(
        `  The data source's back end could not be built (${result.outcome}); the preview works without it. ${lastWords(result.log)}`
      );
    }
  } catch (error) {
    if (children.stopping) {
      return;
    }
    say(`  The data source's back end could not be built; the preview works without it. ${wordsOf(error)}`);
  }
}
