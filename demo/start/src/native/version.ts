import { execFile } from 'node:child_process';

/** The version a program says of itself; undefined where it does not run or says none. */
export function versionOf(program: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    execFile(program, ['--version'], { timeout: 20_000 }, (_error, stdout, stderr) => {
      // Older ones print it to standard error.
      resolve(/version v?(\d[\w.+~-]*)/.exec(`${stdout}\n${stderr}`)?.[1]);
    });
  });
}
