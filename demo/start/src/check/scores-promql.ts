import { execFile } from 'node:child_process';
import { typescript } from '../run/typescript.ts';

/**
 * The PromQL of a `scores` query. In the browser the plugin makes it; here a program of the repository that knows the
 * core is asked for it, because this part knows no other.
 */
export function scoresPromql(query: unknown): Promise<string> {
  const { command, args } = typescript('tools/promql/main.ts', []);
  return new Promise((resolve, reject) => {
    const child = execFile(command, args, { timeout: 30_000 }, (error, stdout, stderr) => {
      if (error) {
        reject(new Error(/Error: (.*)/.exec(stderr)?.[1] ?? error.message));
        return;
      }
      const expressions: unknown = JSON.parse(stdout);
      const first: unknown = Array.isArray(expressions) ? expressions[0] : undefined;
      if (typeof first === 'string') {
        resolve(first);
      } else {
        reject(new Error(`tools/promql gave no expression but ${stdout.slice(0, 100)}`));
      }
    });
    child.stdin?.end(JSON.stringify([query]));
  });
}
