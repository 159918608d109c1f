import { CoreError } from '@soundcheck/query';
import type { NamespacePlan } from '@soundcheck/monitors';
import { UsageError } from '../arguments.ts';
import { checkedUrl } from '../inspect/options.ts';
import { fillVariables, variable } from './variables.ts';
import type { Environment } from './variables.ts';

/** Where a TrustyAI service is, and what it lets in. */
export interface ServiceAddress {
  url: string;
  token?: string;
  /** Java: rows among which the service looks for its reference (its SERVICE_BATCH_SIZE), where known. */
  batchSize?: number;
}

/** A URL of a service, checked. @throws CoreError */
export function serviceUrl(text: string): string {
  try {
    return checkedUrl(text);
  } catch (error) {
    throw error instanceof UsageError ? new CoreError(error.message) : error;
  }
}

/**
 * Where a namespace's service is, with the environment's values filled in.
 * @throws CoreError that names a variable that is not set, or says what is wrong with the URL
 */
export function addressOf({ name, trustyai }: NamespacePlan, env: Environment): ServiceAddress {
  const url = serviceUrl(fillVariables(trustyai.url, env, `The URL of TrustyAI in ${name}`));
  const { tokenVariable, batchSize } = trustyai;
  return {
    url,
    ...(tokenVariable === undefined
      ? {}
      : { token: variable(tokenVariable, env, `The token for TrustyAI in ${name}`) }),
    ...(batchSize === undefined ? {} : { batchSize }),
  };
}

export function headersOf({ token }: ServiceAddress): Record<string, string> {
  return token === undefined ? {} : { authorization: `Bearer ${token}` };
}
