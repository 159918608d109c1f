import { decodeContext } from './core/decode-context.ts';
import { queryError } from './core/io.ts';
import type { Operation } from './core/io.ts';
import type { Context, Operations } from './core/operations.ts';
import { sessionOf } from './core/session.ts';
import type { Session } from './core/session.ts';
import type { Frame } from './frames/contract.ts';
import { health } from './operations/health.ts';
import { query } from './operations/queries/query.ts';
import { resource } from './operations/resources/resource.ts';
import type { Resources } from './operations/resources/resources.ts';

/** What each operation ends with. */
export interface Outputs {
  health: Operations['health']['output'];
  query: Frame[];
  resource: Resources[keyof Resources];
}

type Table = { [K in keyof Outputs]: (input: unknown, context: Context) => Operation<Outputs[K]> };

const table: Table = {
  health: (_input, context) => health(context),
  query,
  resource,
};

/**
 * The one entry for every driver, in Node and in the Go shell's engine (there as the global `soundcheck`).
 * @param operation "health", "query" or "resource"
 * @param input as in `Operations`
 * @param context settings, time and who asks; the core has no clock of its own
 */
export function start<K extends keyof Outputs>(operation: K, input: unknown, context: unknown): Session<Outputs[K]> {
  return sessionOf(() => {
    if (!Object.hasOwn(table, operation)) {
      throw queryError(`The core has no operation "${operation}".`);
    }
    return table[operation](input, decodeContext(context));
  });
}
