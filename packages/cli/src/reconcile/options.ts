import type { Prune } from '@soundcheck/monitors';
import { parseArguments } from '../arguments.ts';
import { waitOf } from '../service/wait-option.ts';

export interface ReconcileOptions {
  file: string;
  /** Empty: all of the file. */
  namespaces: string[];
  state?: string;
  prune: Prune;
  adopt: boolean;
  dryRun: boolean;
  waitMs: number;
  json: boolean;
}

function parse(args: readonly string[]) {
  return parseArguments({
    args: [...args],
    options: {
      file: { type: 'string', default: 'monitors.yaml' },
      namespace: { type: 'string', multiple: true, default: [] },
      state: { type: 'string' },
      replace: { type: 'boolean', default: false },
      prune: { type: 'boolean', default: false },
      adopt: { type: 'boolean', default: false },
      'dry-run': { type: 'boolean', default: false },
      wait: { type: 'string', default: '0s' },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  }).values;
}

/**
 * Reads the arguments of `soundcheck reconcile`.
 * @returns "help" where that is asked for
 * @throws UsageError with a sentence
 */
export function parseOptions(args: readonly string[]): ReconcileOptions | 'help' {
  const values = parse(args);
  if (values.help) {
    return 'help';
  }
  return {
    file: values.file,
    namespaces: values.namespace,
    ...(values.state === undefined ? {} : { state: values.state }),
    prune: values.prune ? 'all' : values.replace ? 'outdated' : 'nothing',
    adopt: values.adopt,
    dryRun: values['dry-run'],
    waitMs: waitOf(values.wait),
    json: values.json,
  };
}
