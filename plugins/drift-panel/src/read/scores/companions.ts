import { SCORE_COMPANIONS } from '@soundcheck/query';

/** Companion field name → where it goes in a sample. */
export const COMPANIONS = {
  p_value: 'pValue',
  limit: 'limit',
  n_reference: 'nReference',
  n_current: 'nCurrent',
} as const satisfies Record<(typeof SCORE_COMPANIONS)[number], string>;

export type CompanionName = keyof typeof COMPANIONS;

export function isCompanion(name: string): name is CompanionName {
  return Object.prototype.hasOwnProperty.call(COMPANIONS, name);
}
