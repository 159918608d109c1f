import { spawn } from 'node:child_process';

/** How a program is called: what Node gets before the program's own arguments. */
export type Program = readonly string[];

/**
 * Runs a program of ours to its end.
 * @param fine exit codes that count as done
 * @returns what it printed @throws Error with its last words
 */
export function run(program: Program, args: string[], env: Record<string, string>, fine = [0]): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [...program, ...args], { env: { ...process.env, ...env } });
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
