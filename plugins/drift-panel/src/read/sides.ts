import type { DataFrame, Labels } from '@grafana/data';
import type { SideName } from './data-set.ts';
import { namedColumn, pickedColumn, textAt } from './frame-columns.ts';
import { declared, sideNamed } from './read-role.ts';
import { titleOf } from './reader.ts';
import type { SidePlan } from './side-plan.ts';

/** The side of each row of a frame, or of one of its series. */
export interface Sides {
  at: (row: number, time: number) => SideName;
  /** By what its reference rows are known, in words. */
  says: string;
}

/** What the rows are of: a frame, the labels of one of its series, and their number. */
export interface SidesOf {
  frame: DataFrame;
  labels: Labels;
  rows: number;
  /** False: its rows have no times, only an order. */
  timed: boolean;
  /** Name of the column with the side, from the options. */
  picked: string;
}

/**
 * What says its side itself wins: a column `side`, a label `side`, the frame's meta, in this order. All else follows the
 * plan.
 */
export function sidesOf(of: SidesOf, plan: SidePlan): Sides {
  const { frame, labels, picked } = of;
  const column = sideColumn(frame, picked);
  const labelled = sideNamed(labels[picked] ?? labels['side']);
  const whole = labelled ?? declared(frame).side;
  const rest = whole ? { at: () => whole, says: labelled ? 'label side' : lower(titleOf(frame)) } : planned(of, plan);
  if (!column) {
    return rest;
  }
  return { at: (row, time) => sideNamed(textAt(column, row)) ?? rest.at(row, time), says: `column ${column.name}` };
}

/** The column whose cells say "reference" or "current". */
export function sideColumn(frame: DataFrame, picked: string): ReturnType<typeof pickedColumn> {
  return pickedColumn(frame, picked, 'side');
}

function planned({ frame, labels, rows, timed }: SidesOf, plan: SidePlan): Sides {
  const { says } = plan;
  switch (plan.by) {
    case 'query': {
      const side = isNamed(frame, plan.name) ? 'reference' : 'current';
      return { at: () => side, says };
    }
    case 'share':
      return {
        at: (row, time) => side(timed && !Number.isNaN(plan.cut) ? time < plan.cut : row < plan.share * rows),
        says,
      };
    case 'range':
      return { at: (_, time) => side(time >= plan.from && time < plan.to), says };
    case 'marked': {
      const column = namedColumn(frame, plan.column);
      const labelled = labels[plan.column] === plan.value;
      return { at: (row) => side(column ? textAt(column, row)?.trim() === plan.value : labelled), says };
    }
    default:
      return { at: () => 'current', says };
  }
}

function side(isReference: boolean): SideName {
  return isReference ? 'reference' : 'current';
}

function isNamed({ refId, name }: DataFrame, wanted: string): boolean {
  return wanted !== '' && [refId, name].some((one) => one?.toLowerCase() === wanted);
}

function lower(title: string): string {
  return title.charAt(0).toLowerCase() + title.slice(1);
}
