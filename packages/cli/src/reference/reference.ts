import { CoreError } from '@soundcheck/query';
import { UsageError } from '../arguments.ts';
import type { ExitCode, Terminal } from '../main.ts';
import { withAuthorities } from '../service/authorities.ts';
import { forTheCommand } from '../service/for-the-command.ts';
import { PUSH_HELP } from './help.ts';
import { parsePush } from './options.ts';
import { push } from './push.ts';
import { targetOf } from './target.ts';
import { textReport } from './text.ts';

/** `soundcheck reference push FILE`: see PUSH_HELP. */
export async function reference(args: readonly string[], { out, err, env }: Terminal): Promise<ExitCode> {
  const [verb, ...rest] = args;
  if (verb === '--help' || verb === '-h') {
    out(PUSH_HELP);
    return 0;
  }
  try {
    if (verb !== 'push') {
      throw new UsageError('A reference can be pushed: soundcheck reference push FILE --tag TAG.');
    }
    const options = parsePush(rest);
    if (options === 'help') {
      out(PUSH_HELP);
      return 0;
    }
    const target = targetOf(options, env);
    const again = await withAuthorities(target.caFiles);
    if (again !== undefined) {
      return again === 0 || again === 1 ? again : 2;
    }
    const pushed = await push(target, options, (sentence) => err(`${forTheCommand(sentence)}\n`));
    out(options.json ? `${JSON.stringify(pushed, undefined, 2)}\n` : textReport(pushed));
    return pushed.findings.length > 0 ? 1 : 0;
  } catch (error) {
    if (error instanceof UsageError) {
      err(`${error.message}\nsoundcheck reference push --help lists the options.\n`);
      return 2;
    }
    if (!(error instanceof CoreError)) {
      throw error;
    }
    err(`${forTheCommand(error.message)}\n`);
    return 2;
  }
}
