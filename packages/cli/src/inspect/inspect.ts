import { CoreError } from '@soundcheck/query';
import { UsageError } from '../arguments.ts';
import type { ExitCode, Terminal } from '../main.ts';
import { forTheCommand } from '../service/for-the-command.ts';
import { gather } from './gather.ts';
import { HELP } from './help.ts';
import { jsonReport } from './json.ts';
import { parseOptions } from './options.ts';
import type { InspectOptions } from './options.ts';
import { withOwnAuthority } from './own-authority.ts';
import { textReport } from './text.ts';

function read(args: readonly string[], { err, env }: Terminal): InspectOptions | 'help' | undefined {
  try {
    return parseOptions(args, env);
  } catch (error) {
    if (!(error instanceof UsageError)) {
      throw error;
    }
    err(`${error.message}\nsoundcheck inspect --help lists the options.\n`);
    return undefined;
  }
}

/** `soundcheck inspect URL`: see HELP. */
export async function inspect(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const options = read(args, terminal);
  if (options === undefined) {
    return 2;
  }
  if (options === 'help') {
    terminal.out(HELP);
    return 0;
  }
  if (options.ca !== undefined) {
    const code = await withOwnAuthority(options.ca);
    if (code !== undefined) {
      return code === 0 || code === 1 ? code : 2;
    }
  }
  if (options.insecure) {
    process.env['NODE_TLS_REJECT_UNAUTHORIZED'] = '0';
  }
  try {
    const inspection = await gather(options);
    terminal.out(options.json ? jsonReport(inspection) : textReport(inspection));
    return inspection.diagnoses.some(({ severity }) => severity !== 'info') ? 1 : 0;
  } catch (error) {
    if (!(error instanceof CoreError)) {
      throw error;
    }
    terminal.err(`${forTheCommand(error.message)}\n`);
    return 2;
  }
}
