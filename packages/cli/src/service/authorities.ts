import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CoreError } from '@soundcheck/query';
import { withOwnAuthority } from '../inspect/own-authority.ts';

function readPem(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    throw new CoreError(`The certificate ${path} cannot be read: give a PEM file as trustyai.ca.`);
  }
}

/** Whether this run was started with these authorities already. */
function trusts(text: string): boolean {
  try {
    return readFileSync(process.env['NODE_EXTRA_CA_CERTS'] ?? '', 'utf8') === text;
  } catch {
    return false;
  }
}

/**
 * Trusts the authorities in these PEM files, for all services of this run. Node takes one file at its start: several
 * become one, and the command runs itself once more.
 * @returns the exit code of the run that trusts them; undefined where this is already it, or none is needed
 */
export async function withAuthorities(files: readonly string[]): Promise<number | undefined> {
  const text = [...new Set(files)].map(readPem).join('\n');
  if (files.length === 0 || trusts(text)) {
    return undefined;
  }
  const folder = mkdtempSync(join(tmpdir(), 'soundcheck-ca-'));
  try {
    const bundle = join(folder, 'authorities.pem');
    writeFileSync(bundle, text);
    return await withOwnAuthority(bundle);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
