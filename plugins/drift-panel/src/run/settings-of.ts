import type { AnalysisSettings } from '../analyse/settings.ts';
import type { DriftOptions } from '../options/options.ts';

/** Where the panel stands: what the analysis needs to know besides the options. */
export type Place = Pick<
  AnalysisSettings,
  'from' | 'to' | 'mostChunks' | 'timeZone' | 'locale' | 'thresholds' | 'clicked'
>;

/** The settings that an analysis depends on, and none that only change the drawing. */
export function settingsOf(options: DriftOptions, place: Place): AnalysisSettings {
  const { metric, nReference, nCurrent, preset, numericTest, categoricalTest, alpha, correction, minRows } = options;
  const { limit, chunks, persistence, bins, importance, texts } = options;
  return {
    metric,
    nReference,
    nCurrent,
    preset,
    numericTest,
    categoricalTest,
    alpha,
    correction,
    minRows,
    limit,
    chunks,
    persistence,
    bins,
    importance,
    texts,
    ...place,
  };
}

/** A share of the time range that no chunk is small enough to notice. */
const UNNOTICED = 0.002;

/**
 * Whether nothing that an analysis says would change. The ends of a relative time range move with every refresh; with the
 * same data, a range as wide that moved by a hair shows the same.
 */
export function sameSettings(a: AnalysisSettings, b: AnalysisSettings): boolean {
  const { from, to, ...rest } = a;
  const { from: otherFrom, to: otherTo, ...others } = b;
  const hair = (to - from) * UNNOTICED;
  return (
    Math.abs(from - otherFrom) <= hair &&
    Math.abs(to - otherTo) <= hair &&
    JSON.stringify(rest) === JSON.stringify(others)
  );
}
