import { useMemo } from 'react';
import type { AnalysisSettings } from '../analyse/settings.ts';
import type { DetailRequest, FeatureDetail } from '../report/detail.ts';
import type { OverTime } from '../report/history.ts';
import type { Report } from '../report/report.ts';
import type { Waiting } from './analyst.ts';
import type { Opened } from './use-data.ts';
import { useWork, type Running } from './use-work.ts';

/** The report on the data, kept while the next is worked out. */
export function useReport(opened: Opened | undefined, settings: AnalysisSettings): Running<Report> {
  const analyst = opened?.empty === false ? opened.analyst : undefined;
  return useWork(
    useMemo(
      // `opened` is another object with other data, also where the analyst stays.
      () => opened && analyst && ((waiting: Waiting) => analyst.report(settings, waiting)),
      [opened, analyst, settings]
    )
  );
}

/** Detail of the wanted feature; undefined until it is the one that is wanted, kept while data or settings change. */
export function useDetail(
  opened: Opened | undefined,
  settings: AnalysisSettings,
  request: DetailRequest | undefined
): Running<FeatureDetail> {
  const running = useWork(
    useMemo(
      () => opened && request && ((waiting: Waiting) => opened.analyst.detail(request, settings, waiting)),
      [opened, settings, request]
    )
  );
  const { result } = running;
  return { ...running, result: result && request && same(result.request, request) ? result : undefined };
}

/** Drift over time of these features, kept while the next is worked out; undefined where none are asked for. */
export function useHistories(
  opened: Opened | undefined,
  settings: AnalysisSettings,
  features: readonly string[] | undefined
): Running<OverTime[]> {
  const running = useWork(
    useMemo(
      () => opened && features && ((waiting: Waiting) => opened.analyst.histories(features, settings, waiting)),
      [opened, settings, features]
    )
  );
  return features ? running : { ...running, result: undefined };
}

function same(a: DetailRequest, b: DetailRequest): boolean {
  return (
    a.feature === b.feature &&
    a.chunk === b.chunk &&
    a.slice?.column === b.slice?.column &&
    a.slice?.value === b.slice?.value
  );
}
