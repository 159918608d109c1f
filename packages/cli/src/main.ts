import { check } from './check/check.ts';
import { inspect } from './inspect/inspect.ts';
import { HELP } from './inspect/help.ts';
import { render } from './render/render.ts';
import { reconcile } from './reconcile/reconcile.ts';

/** Reachable and well, findings, or nothing could be found out. */
export type ExitCode = 0 | 1 | 2;

/** Where a command writes to; `env` gives it what must not stand on a command line. */
export interface Terminal {
  out(text: string): void;
  err(text: string): void;
  env: Readonly<Record<string, string | undefined>>;
}

const USAGE = `soundcheck: what a TrustyAI service knows, publishes and lacks.

  soundcheck inspect URL    look at one service
  soundcheck check          is monitors.yaml right?
  soundcheck render         write what follows from monitors.yaml
  soundcheck reconcile      make TrustyAI's schedules equal monitors.yaml

soundcheck COMMAND --help lists the options of each.
`;

const terminal: Terminal = {
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
  env: process.env,
};

/**
 * Runs the command line.
 * @param args without the program's own name
 * @returns the exit code
 */
export async function main(args: readonly string[], { out, err, env }: Terminal = terminal): Promise<ExitCode> {
  const [command, ...rest] = args;
  if (command === 'inspect') {
    return await inspect(rest, { out, err, env });
  }
  if (command === 'check') {
    return check(rest, { out, err, env });
  }
  if (command === 'render') {
    return render(rest, { out, err, env });
  }
  if (command === 'reconcile') {
    return await reconcile(rest, { out, err, env });
  }
  if (command === '--help' || command === '-h' || command === 'help') {
    out(rest[0] === 'inspect' ? HELP : USAGE);
    return 0;
  }
  err(command === undefined ? USAGE : `There is no command "${command}".\n\n${USAGE}`);
  return 2;
}
