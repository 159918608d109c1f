import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CoreError } from '@soundcheck/query';
import type { Plan, Remembered } from '@soundcheck/monitors';
import { addressOf } from '../service/address.ts';
import type { ServiceAddress } from '../service/address.ts';
import { callsTo } from '../service/calls.ts';
import { forTheCommand } from '../service/for-the-command.ts';
import { waitForService } from '../service/wait-for-service.ts';
import type { Environment } from '../service/variables.ts';
import { takeLock } from './lock.ts';
import type { Lock } from './lock.ts';
import type { ReconcileOptions } from './options.ts';
import { reconcileNamespace } from './reconcile-namespace.ts';
import type { NamespaceReport } from './report.ts';
import { readState, writeState } from './state-file.ts';

/** At least so long a run waits for another one to end. */
const LOCK_WAIT_MS = 30_000;

export interface Run {
  plan: Plan;
  options: ReconcileOptions;
  env: Environment;
  /** Progress. */
  say(sentence: string): void;
}

/** The namespaces that were asked for. @throws CoreError for one that the file does not have */
export function chosenNamespaces({ namespaces }: Plan, names: readonly string[], file: string): Plan['namespaces'] {
  const unknown = names.find((name) => !namespaces.some((one) => one.name === name));
  if (unknown !== undefined) {
    const known = namespaces.map(({ name }) => name).join(', ');
    throw new CoreError(`${file} has no namespace "${unknown}": it has ${known || 'none'}.`);
  }
  return names.length === 0 ? namespaces : namespaces.filter(({ name }) => names.includes(name));
}

/** Without a state file runs of one user on one machine are kept apart by the services' URLs. */
function lockPath(state: string | undefined, urls: readonly string[]): string {
  const name = createHash('sha256').update(urls.join('\n')).digest('hex').slice(0, 16);
  return state === undefined
    ? join(tmpdir(), `soundcheck-${String(process.getuid?.() ?? '')}-${name}.lock`)
    : `${state}.lock`;
}

interface Held {
  lock?: Lock;
  remembered: Remembered;
}

async function runNamespace(
  { plan, options, say }: Run,
  { lock, remembered }: Held,
  { name, address }: { name: string; address: ServiceAddress }
): Promise<NamespaceReport> {
  const own = remembered.get(name) ?? new Map();
  remembered.set(name, own);
  const { prune, adopt, dryRun, state } = options;
  try {
    await waitForService(address, options.waitMs, (sentence) => say(`${name}: ${sentence}`));
    const calls = callsTo(address, { mayWrite: !dryRun });
    const { dialect, schedules } = await reconcileNamespace({
      ...{ plan, name, calls, power: { prune, adopt, dryRun }, remembered: own },
      beforeChange: async () => await lock?.check(),
      async afterChange() {
        if (state !== undefined) {
          await writeState(state, remembered);
        }
      },
    });
    return { namespace: name, url: address.url, dialect, schedules };
  } catch (error) {
    return { namespace: name, url: address.url, error: sentenceOf(error), schedules: [] };
  }
}

function sentenceOf(error: unknown): string {
  if (!(error instanceof CoreError)) {
    throw error;
  }
  return forTheCommand(error.message);
}

/**
 * Reconciles the chosen namespaces one after the other; one that fails does not keep the others back.
 * @throws CoreError where nothing could be begun: the lock, the state file, a namespace that is not there
 */
export async function reconcilePlan(run: Run): Promise<NamespaceReport[]> {
  const { plan, options, env, say } = run;
  const chosen = chosenNamespaces(plan, options.namespaces, options.file);
  const places = chosen.map((namespace) => {
    try {
      return { name: namespace.name, address: addressOf(namespace, env) };
    } catch (error) {
      return { name: namespace.name, error: sentenceOf(error) };
    }
  });
  const urls = places.flatMap(({ address }) => (address ? [address.url] : []));
  const lock = options.dryRun
    ? undefined
    : await takeLock(lockPath(options.state, urls), Math.max(LOCK_WAIT_MS, options.waitMs), say);
  try {
    // Read only now: the run before may have written it.
    const remembered = options.state === undefined ? new Map() : await readState(options.state);
    const reports: NamespaceReport[] = [];
    for (const { name, address, error } of places) {
      reports.push(
        address
          ? await runNamespace(run, { ...(lock ? { lock } : {}), remembered }, { name, address })
          : { namespace: name, error: error ?? '', schedules: [] }
      );
    }
    return reports;
  } finally {
    await lock?.release();
  }
}
