import { main } from '../main.ts';

export interface Told {
  code: 0 | 1 | 2;
  out: string;
  err: string;
}

/** Runs the command line in this process. */
export async function runCommand(args: readonly string[], env: Record<string, string> = {}): Promise<Told> {
  let out = '';
  let err = '';
  const code = await main(args, { out: (text) => (out += text), err: (text) => (err += text), env });
  return { code, out, err };
}
