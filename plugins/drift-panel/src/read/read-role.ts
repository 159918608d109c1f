import type { DataFrame } from '@grafana/data';
import type { Role } from '@soundcheck/query';
import type { SideName } from './data-set.ts';

interface Declared {
  role?: Role;
  side?: SideName;
  limitOrigin?: string;
}

const ROLES: readonly Role[] = ['scores', 'distribution', 'rows'];

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

/** What a frame says of itself under `meta.custom.soundcheck`; anything else than contract 1 is ignored. */
export function declared(frame: DataFrame): Declared {
  const custom: unknown = frame.meta?.custom;
  const said = isRecord(custom) ? custom['soundcheck'] : undefined;
  if (!isRecord(said) || said['contract'] !== 1) {
    return {};
  }
  const role = ROLES.find((known) => known === said['role']);
  const side = sideNamed(said['side']);
  const limitOrigin = typeof said['limitOrigin'] === 'string' ? said['limitOrigin'] : undefined;
  return { ...(role && { role }), ...(side && { side }), ...(limitOrigin && { limitOrigin }) };
}

/** "reference" and "current" in a column, a label or the meta; anything else is no side. */
export function sideNamed(value: unknown): SideName | undefined {
  const text = typeof value === 'string' ? value.trim().toLowerCase() : undefined;
  return text === 'reference' || text === 'current' ? text : undefined;
}
