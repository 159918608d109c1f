import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const soundcheckBin = 'packages/cli/bin/soundcheck.mjs';
const scenariosMain = 'demo/scenarios/src/main.ts';

/** Runs `soundcheck`; exit code 1 (findings) counts as done where `findings` says so. */
export function soundcheck(args: string[], env: Record<string, string>, findings = false): Promise<string> {
  return run([soundcheckBin, ...args], env, findings ? [0, 1] : [0]);
}

export function scenarios(args: string[]): Promise<string> {
  return run(['--import', 'tsx', scenariosMain, ...args], {}, [0]);
}

/** @returns what it printed @throws Error with its last words */
function run(args: string[], env: Record<string, string>, fine: number[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd: root, env: { ...process.env, ...env } });
    let out = '';
    let err = '';
    child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
    child.on('error', reject);
    child.on('close', (code) => {
      const words = (err.trim() || out.trim()).slice(-600);
      return fine.includes(code ?? -1) ? resolve(out) : reject(new Error(words || `exit code ${String(code)}`));
    });
  });
}
