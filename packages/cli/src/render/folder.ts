import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { isRendered, partOf } from '@soundcheck/monitors';
import type { Part, RenderedFile } from '@soundcheck/monitors';

/** Where rendered files may lie. */
const FOLDERS = ['provisioning/alerting', 'deploy'];

/** What `render` would change in a folder. */
export interface Difference {
  missing: string[];
  outdated: string[];
  /** Written by `render` once, and asked for by nothing any more. */
  leftOver: string[];
}

function filesBelow(out: string, folder: string): string[] {
  const path = join(out, folder);
  return existsSync(path)
    ? readdirSync(path, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => relative(out, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    : [];
}

/** Texts of provisioning/ by path below it: dashboards, data sources and rules that clusters get too. */
export function provisioningBelow(out: string): Map<string, string> {
  const paths = filesBelow(out, 'provisioning').filter((path) => /\.(ya?ml|json)$/.test(path));
  return new Map(
    paths.sort().map((path) => [path.slice('provisioning/'.length), readFileSync(join(out, path), 'utf8')])
  );
}

/**
 * Compares a folder with what should be in it.
 * @param parts that are looked at
 */
export function difference(out: string, files: readonly RenderedFile[], parts: readonly Part[]): Difference {
  const wanted = new Set(files.map(({ path }) => path));
  const present = files.filter(({ path }) => existsSync(join(out, path)));
  return {
    missing: files.filter((file) => !present.includes(file)).map(({ path }) => path),
    outdated: present
      .filter(({ path, text }) => readFileSync(join(out, path), 'utf8') !== text)
      .map(({ path }) => path),
    leftOver: FOLDERS.flatMap((folder) => filesBelow(out, folder))
      .filter((path) => !wanted.has(path) && parts.includes(partOf(path)))
      .filter((path) => isRendered(readFileSync(join(out, path), 'utf8')))
      .sort(),
  };
}

/** Makes the folder equal, and touches nothing that is equal already. */
export function write(out: string, files: readonly RenderedFile[], { missing, outdated, leftOver }: Difference): void {
  for (const { path, text } of files) {
    if (missing.includes(path) || outdated.includes(path)) {
      mkdirSync(dirname(join(out, path)), { recursive: true });
      writeFileSync(join(out, path), text);
    }
  }
  for (const path of leftOver) {
    rmSync(join(out, path));
  }
}
