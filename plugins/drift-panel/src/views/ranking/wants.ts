import type { Report } from '../../report/report.ts';
import type { Wants } from './columns.ts';

/** Columns that this report can fill. */
export function wantsOf({ features }: Report): Pick<Wants, 'twin' | 'p' | 'importance'> {
  return {
    twin: features.some(({ twin }) => twin !== undefined),
    p: features.some(({ pText }) => pText !== '–'),
    importance: features.some(({ importance }) => importance !== undefined),
  };
}
