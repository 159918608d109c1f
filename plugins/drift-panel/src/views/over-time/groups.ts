import type { OverTime } from '../../report/history.ts';

/** Features whose numbers stand on one axis: only those of the same title compare. */
export interface AxisGroup {
  title: string;
  histories: OverTime[];
}

/** Splits by what the y axis is, in the order of first appearance. */
export function byAxis(histories: readonly OverTime[]): AxisGroup[] {
  const groups: AxisGroup[] = [];
  for (const history of histories) {
    const group = groups.find(({ title }) => title === history.title);
    if (group) {
      group.histories.push(history);
    } else {
      groups.push({ title: history.title, histories: [history] });
    }
  }
  return groups;
}
