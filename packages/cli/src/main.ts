import { check } from './check/check.ts';
import { inspect } from './inspect/inspect.ts';
import { profile } from './profile/profile.ts';
import { reconcile } from './reconcile/reconcile.ts';
import { reference } from './reference/reference.ts';
import { render } from './render/render.ts';

/** Reachable and well, findings, or nothing could be found out. */
export type ExitCode = 0 | 1 | 2;

/** Where a command writes to; `env` gives it what must not stand on a command line. */
export interface Terminal {
  out(text: string): void;
  err(text: string): void;
  env: Readonly<Record<string, string | undefined>>;
}

const USAGE = `soundcheck: what TrustyAI services know and publish, and what they are to compute.

  soundcheck inspect URL    look at one service
  soundcheck check          is monitors.yaml right?
  soundcheck render         write what follows from monitors.yaml
  soundcheck reconcile      make TrustyAI's schedules equal monitors.yaml
  soundcheck reference push FILE --tag TAG
                            store a CSV file as a model's reference
  soundcheck profile FILE --out profile.json
                            count a CSV file as a reference for the drift panel

soundcheck COMMAND --help lists the options of each.
`;

const terminal: Terminal = {
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
  env: process.env,
};

type Command = (args: readonly string[], terminal: Terminal) => ExitCode | Promise<ExitCode>;

const commands = new Map<string, Command>([
  ['inspect', inspect],
  ['check', check],
  ['render', render],
  ['reconcile', reconcile],
  ['reference', reference],
  ['profile', profile],
]);

/**
 * Runs the command line.
 * @param args without the program's own name
 * @returns the exit code
 */
export async function main(args: readonly string[], { out, err, env }: Terminal = terminal): Promise<ExitCode> {
  const [name = '', ...rest] = args;
  const asksForHelp = name === '--help' || name === '-h' || name === 'help';
  const command = commands.get(asksForHelp ? (rest[0] ?? '') : name);
  if (command) {
    return await command(asksForHelp ? ['--help'] : rest, { out, err, env });
  }
  if (asksForHelp) {
    out(USAGE);
    return 0;
  }
  err(name === '' ? USAGE : `There is no command "${name}".\n\n${USAGE}`);
  return 2;
}
