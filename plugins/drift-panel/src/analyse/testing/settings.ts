import { defaultOptions } from '../../options/options.ts';
import type { AnalysisSettings } from '../settings.ts';

/** Settings of a panel with default options that shows the two days after the epoch. */
export function settingsWith(change: Partial<AnalysisSettings>): AnalysisSettings {
  return {
    ...defaultOptions,
    from: 0,
    to: 2 * 86_400_000,
    mostChunks: 60,
    timeZone: 'UTC',
    locale: 'en-US',
    thresholds: {},
    ...change,
  };
}
