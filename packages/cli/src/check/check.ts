import { outputProblems, outputWarnings } from '@soundcheck/monitors';
import { parseArguments, UsageError } from '../arguments.ts';
import type { ExitCode, Terminal } from '../main.ts';
import { CHECK_HELP } from './help.ts';
import { readMonitorsFile } from '../plan/read-file.ts';
import { checkJson, checkText, isWrong } from './report.ts';
import type { CheckReport } from './report.ts';
import { secretWarnings, variablesOf } from './variables.ts';

function parse(args: readonly string[]) {
  return parseArguments({
    args: [...args],
    options: {
      file: { type: 'string', default: 'monitors.yaml' },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  }).values;
}

/** What there is to say of a file. @throws UsageError where it cannot be read */
export function checkFile(path: string, env: Terminal['env']): CheckReport {
  const read = readMonitorsFile(path);
  if ('problems' in read) {
    return { path, problems: read.problems, outputProblems: [], warnings: [], variables: [] };
  }
  const { plan } = read;
  return {
    path,
    problems: [],
    outputProblems: outputProblems(plan),
    warnings: [...outputWarnings(plan), ...secretWarnings(plan, env)],
    plan,
    variables: variablesOf(plan, env),
  };
}

/** `soundcheck check`: see CHECK_HELP. */
export function check(args: readonly string[], { out, err, env }: Terminal): ExitCode {
  try {
    const options = parse(args);
    if (options.help) {
      out(CHECK_HELP);
      return 0;
    }
    const report = checkFile(options.file, env);
    out(options.json ? checkJson(report) : checkText(report));
    return isWrong(report) ? 1 : 0;
  } catch (error) {
    if (!(error instanceof UsageError)) {
      throw error;
    }
    err(`${error.message}\nsoundcheck check --help lists the options.\n`);
    return 2;
  }
}
