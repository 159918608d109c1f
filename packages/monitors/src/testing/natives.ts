import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

/**
 * Path of a native part for tests, or undefined with a visible line.
 * @param name "prometheus", "promtool", "alertmanager" or "amtool"
 * @param tests that are skipped without it
 */
export function native(name: string, tests: string): string | undefined {
  const path = resolve(import.meta.dirname, '../../../../.cache/bin', name);
  if (existsSync(path)) {
    return path;
  }
  console.warn(`.cache/bin/${name} is not built: ${tests} are skipped.`);
  return undefined;
}
