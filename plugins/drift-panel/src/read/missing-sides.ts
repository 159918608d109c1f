import type { DataFrame } from '@grafana/data';
import type { CountedFeature, Problem, RowTable } from './data-set.ts';
import { rowsOf } from './reader.ts';
import type { SidePlan } from './side-plan.ts';

const NO_CURRENT: Problem = {
  what: 'All rows are reference rows, none are current',
  remedy: 'Add a second query with the rows to compare.',
};

/** Rows and counts speak of drift only with a reference beside them; without one the panel asks for it. */
export function missingSides(
  tables: readonly RowTable[],
  counts: readonly CountedFeature[],
  frames: readonly DataFrame[],
  plan: SidePlan
): Problem[] {
  if (tables.length === 0 && counts.length === 0) {
    return [];
  }
  const hasReference = tables.some(({ side }) => side === 'reference') || counts.some(({ reference }) => reference);
  const hasCurrent = tables.some(({ side }) => side === 'current') || counts.some(({ chunks }) => chunks.length > 0);
  if (hasReference) {
    return hasCurrent ? [] : [NO_CURRENT];
  }
  return [noReference(frames, plan)];
}

function noReference(frames: readonly DataFrame[], plan: SidePlan): Problem {
  switch (plan.by) {
    case 'query':
      return noQuery(frames, plan.name);
    case 'share':
      return {
        what: `The ${plan.says} holds no rows, so there is no reference`,
        remedy: 'Choose a larger share, or another reference, in the options.',
      };
    case 'range':
      return {
        what: `No row lies in the range of the reference, ${plan.says}`,
        remedy: 'Let a query reach back to it, or choose another range in the options.',
      };
    case 'marked':
      return {
        what: `No row is marked as reference: none has ${plan.column || 'the chosen column'} = ${plan.value}`,
        remedy: 'Choose the column and its value on reference rows in the options.',
      };
    default:
      return {
        what: 'The saved profile holds none of these features',
        remedy: 'Save a profile of this data, or choose another reference, in the options.',
      };
  }
}

function noQuery(frames: readonly DataFrame[], wanted: string): Problem {
  const named = frames.filter(({ refId, name }) => [refId, name].some((one) => one?.toLowerCase() === wanted));
  if (wanted !== '' && named.length > 0) {
    const empty = named.every((frame) => rowsOf(frame) === 0);
    return {
      what: `The query ${named[0]?.refId ?? wanted}, which is the reference, holds no ${empty ? 'rows' : 'rows of a feature'}`,
      remedy: 'Look at this query: its time range may lie before the data begins.',
    };
  }
  const refIds = [...new Set(frames.map(({ refId }) => refId).filter(Boolean))].join(', ');
  return {
    what: `No query is the reference: none is named "${wanted}"${refIds ? ` (queries here: ${refIds})` : ''}, and the numbers are no scores known to the panel`,
    remedy:
      'Choose the reference in the options (another query, a part of the time, marked rows or a saved profile), or query scores with the labels feature, metric and value_is.',
  };
}
