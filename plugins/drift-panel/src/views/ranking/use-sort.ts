import { useMemo, useState } from 'react';
import type { DriftOptions } from '../../options/options.ts';
import type { FeatureReport, Report } from '../../report/report.ts';

export type SortName = DriftOptions['sort'];

export interface Sorted {
  sort: SortName;
  onSort: (sort: SortName) => void;
  features: FeatureReport[];
}

/** The features in the order that the viewer chose; the panel's option until they do, and again when it is changed. */
export function useSort(report: Report, option: SortName): Sorted {
  const [chosen, setChosen] = useState({ option, sort: option });
  const sort = chosen.option === option ? chosen.sort : option;
  const features = useMemo(
    () =>
      report.orders[sort].flatMap((at) => {
        const feature = report.features[at];
        return feature ? [feature] : [];
      }),
    [report, sort]
  );
  return { sort, onSort: (next) => setChosen({ option, sort: next }), features };
}
