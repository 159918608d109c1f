import { useCallback, useMemo, useState } from 'react';
import type { Report } from '../report/report.ts';
import type { DriftOptions } from '../options/options.ts';
import type { Selection } from '../views/scene.ts';
import { chosenAfter, chosenBefore, selectionIn, spanOf, type Chosen, type Span } from './selection.ts';

/** What a choice does outside the panel, if the options ask for it. */
export interface Outside {
  link: DriftOptions['link'];
  setVariables: (values: Record<string, string>) => void;
  setTime: (span: Span) => void;
  /** Present value of the variable that follows the feature; empty: none. */
  featureVariable: string;
}

export interface Selecting {
  selection: Selection;
  select: (change: Partial<Selection>) => void;
  /** Whether there was a step to take back. */
  back: () => boolean;
}

const NOTHING: Selection = {};

/** What the viewer chose, kept over refreshes. */
export function useSelection(report: Report | undefined, outside: Outside): Selecting {
  const { link, setVariables, setTime, featureVariable } = outside;
  const [chosen, setChosen] = useState<Chosen>({});
  const [followed, setFollowed] = useState('');
  // A variable that somebody else set chooses as well; only its change does, so that a click is not undone.
  if (featureVariable !== followed) {
    setFollowed(featureVariable);
    if (featureVariable !== '') {
      setChosen((before) => ({ ...before, feature: featureVariable }));
    }
  }
  const selection = useMemo(() => (report ? selectionIn(report, chosen) : NOTHING), [report, chosen]);
  const select = useCallback(
    (change: Partial<Selection>) => {
      if (!report) {
        return;
      }
      const next = chosenAfter(report, chosen, change);
      const span = spanOf(report, change.chunk);
      setChosen(link.chunkSetsTime && span ? { ...next, chunk: undefined } : next);
      setVariables(variablesOf(link, selectionIn(report, next), change));
      if (link.chunkSetsTime && span) {
        setTime(span);
      }
    },
    [report, chosen, link, setVariables, setTime]
  );
  const back = useCallback(() => {
    const before = chosenBefore(chosen);
    if (before) {
      setChosen(before);
    }
    return before !== undefined;
  }, [chosen]);
  return { selection, select, back };
}

/** Values of the variables that a change moves. */
function variablesOf(
  link: DriftOptions['link'],
  { feature, slice }: Selection,
  change: Partial<Selection>
): Record<string, string> {
  return {
    ...(link.featureVariable && feature !== undefined && { [link.featureVariable]: feature }),
    ...(link.sliceVariable && 'slice' in change && { [link.sliceVariable]: slice?.value ?? '' }),
  };
}
