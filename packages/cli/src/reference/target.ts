import { CoreError } from '@soundcheck/query';
import type { Plan } from '@soundcheck/monitors';
import { loadPlan } from '../plan/load-plan.ts';
import { addressOf, serviceUrl } from '../service/address.ts';
import type { ServiceAddress } from '../service/address.ts';
import type { Environment } from '../service/variables.ts';
import type { PushOptions } from './options.ts';

/** Where a reference goes. */
export interface Target {
  address: ServiceAddress;
  model: string;
  /** PEM files of authorities to trust. */
  caFiles: string[];
}

/** The only one, or a sentence that asks which. */
function theOnly(found: readonly string[], what: string, option: string): string {
  const [one, more] = found;
  if (one === undefined || more !== undefined) {
    throw new CoreError(
      one === undefined
        ? `No ${what} was found: say which with ${option}.`
        : `There are several (${found.join(', ')}): say which ${what} with ${option}.`
    );
  }
  return one;
}

function namespaceOf({ namespaces }: Plan, { namespace, file }: PushOptions): Plan['namespaces'][number] {
  const name =
    namespace ??
    theOnly(
      namespaces.map((one) => one.name),
      `namespace of ${file}`,
      '--namespace'
    );
  const found = namespaces.find((one) => one.name === name);
  if (found === undefined) {
    const known = namespaces.map((one) => one.name).join(', ');
    throw new CoreError(`${file} has no namespace "${name}": it has ${known || 'none'}.`);
  }
  return found;
}

/**
 * Where the reference goes, and for which model: by the arguments, else by monitors.yaml where that leaves no choice.
 * @throws CoreError that says what to give
 */
export function targetOf(options: PushOptions, env: Environment): Target {
  const { url, model, tag, file } = options;
  if (url !== undefined) {
    const token = env['SOUNDCHECK_TOKEN'];
    const address = { url: serviceUrl(url), ...(token ? { token } : {}) };
    return { address, model: model ?? theOnly([], 'model', '--model'), caFiles: [] };
  }
  const plan = loadPlan(file);
  const namespace = namespaceOf(plan, options);
  const watching = plan.monitors.filter((one) => one.namespace === namespace.name && one.reference?.tag === tag);
  const { caFile } = namespace.trustyai;
  return {
    address: addressOf(namespace, env),
    model:
      model ??
      theOnly([...new Set(watching.map((one) => one.model))], `model of ${file} with the reference ${tag}`, '--model'),
    caFiles: caFile === undefined ? [] : [caFile],
  };
}
