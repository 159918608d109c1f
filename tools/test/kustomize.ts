import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { isOnPath, root, runCommand } from './run-command.ts';

const program = join(root, '.cache/bin/kustomize');

/**
 * Builds kustomize from its pinned module for the tests of deploy/, which are skipped without it. Nothing else needs it.
 * @returns undefined where it is there; else a sentence
 */
export async function buildKustomize(): Promise<string | undefined> {
  if (existsSync(program)) {
    return undefined;
  }
  if (!isOnPath('go')) {
    return 'Go is not on PATH: kustomize cannot be built, and the overlays of deploy/ are not tried.';
  }
  console.log('Building kustomize from tools/kustomize, once');
  mkdirSync(join(root, '.cache/bin'), { recursive: true });
  const args = ['build', '-trimpath', '-ldflags', '-s -w', '-o', program, 'sigs.k8s.io/kustomize/kustomize/v5'];
  const built = await runCommand('go', args, { cwd: join(root, 'tools/kustomize'), env: { CGO_ENABLED: '0' } });
  return built.ok ? undefined : 'kustomize could not be built from tools/kustomize.';
}
