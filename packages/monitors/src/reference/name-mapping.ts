import type { Column, Dialect, Request } from '@soundcheck/query';
import type { SideLayout } from './side-layout.ts';

const JSON_BODY = { 'Content-Type': 'application/json' };

/** Raw names to those of the file, of one side; what has a name already keeps it. */
function mappingOf({ columns }: SideLayout, known: readonly Column[]): Record<string, string> {
  const inForce = new Map(known.map(({ raw, name }) => [raw, name]));
  return Object.fromEntries(
    columns.map(({ raw, name }) => {
      const alias = inForce.get(raw);
      return [raw, alias === undefined || alias === raw ? name : alias];
    })
  );
}

/**
 * The calls that give stored columns the file's names; none where they have them. Java throws all names away where some
 * are set: they are deleted first, with the model's id unquoted.
 * @param known the columns after the upload
 */
export function namingRequests(
  { model, dialect }: { model: string; dialect: Dialect },
  { inputs, outputs }: { inputs: SideLayout; outputs: SideLayout },
  known: readonly Column[]
): Request[] {
  const inputMapping = mappingOf(inputs, known);
  const outputMapping = mappingOf(outputs, known);
  const wanted = { ...inputMapping, ...outputMapping };
  if (known.every(({ raw, name }) => (wanted[raw] ?? raw) === name)) {
    return [];
  }
  const body = JSON.stringify({ modelId: model, inputMapping, outputMapping });
  const set: Request = { method: 'POST', path: '/info/names', headers: JSON_BODY, body, write: true };
  const clear: Request = { method: 'DELETE', path: '/info/names', headers: JSON_BODY, body: model, write: true };
  return dialect === 'java' && known.some(({ raw, name }) => raw !== name) ? [clear, set] : [set];
}
