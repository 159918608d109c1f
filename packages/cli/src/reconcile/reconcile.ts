import { CoreError } from '@soundcheck/query';
import { UsageError } from '../arguments.ts';
import type { ExitCode, Terminal } from '../main.ts';
import { loadPlan } from '../plan/load-plan.ts';
import { withAuthorities } from '../service/authorities.ts';
import { forTheCommand } from '../service/for-the-command.ts';
import { HELP } from './help.ts';
import { parseOptions } from './options.ts';
import { chosenNamespaces, reconcilePlan } from './reconcile-plan.ts';
import { exitCodeOf } from './report.ts';
import { textReport } from './text.ts';

/** `soundcheck reconcile`: see HELP. */
export async function reconcile(args: readonly string[], { out, err, env }: Terminal): Promise<ExitCode> {
  try {
    const options = parseOptions(args);
    if (options === 'help') {
      out(HELP);
      return 0;
    }
    const plan = loadPlan(options.file);
    const chosen = chosenNamespaces(plan, options.namespaces, options.file);
    const files = chosen.flatMap(({ trustyai }) => (trustyai.caFile === undefined ? [] : [trustyai.caFile]));
    const again = await withAuthorities(files);
    if (again !== undefined) {
      return again === 0 || again === 1 ? again : 2;
    }
    const reports = await reconcilePlan({ plan, options, env, say: (sentence) => err(`${sentence}\n`) });
    const code = exitCodeOf(reports);
    out(options.json ? `${JSON.stringify({ code, namespaces: reports }, undefined, 2)}\n` : textReport(reports));
    return code;
  } catch (error) {
    if (error instanceof UsageError) {
      err(`${error.message}\nsoundcheck reconcile --help lists the options.\n`);
      return 2;
    }
    if (!(error instanceof CoreError)) {
      throw error;
    }
    err(`${forTheCommand(error.message)}\n`);
    return 2;
  }
}
