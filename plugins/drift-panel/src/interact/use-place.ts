import { useMemo } from 'react';
import type { Field, PanelData, TimeZone } from '@grafana/data';
import type { AnalysisSettings } from '../analyse/settings.ts';
import type { DriftOptions } from '../options/options.ts';
import { sameSettings, settingsOf } from '../run/settings-of.ts';
import { useSame } from '../run/use-same.ts';
import { thresholdsOf } from './field-words.ts';
import { localeOf, zoneOf } from './place.ts';

/** Width of a chunk that a reader can still point at, in the half of the panel that the heatmap has. */
const CHUNK_WIDTH = 16;

interface Place {
  options: DriftOptions;
  data: PanelData;
  width: number;
  timeZone: TimeZone;
  fields: ReadonlyMap<string, Field>;
  clicked: string | undefined;
}

/** What the analysis depends on; the same object until any of it changes. */
export function useSettings({ options, data, width, timeZone, fields, clicked }: Place): AnalysisSettings {
  const byThresholds = options.limit.by === 'thresholds';
  const thresholds = useMemo(() => (byThresholds ? thresholdsOf(fields) : {}), [byThresholds, fields]);
  const settings = settingsOf(options, {
    from: data.timeRange.from.valueOf(),
    to: data.timeRange.to.valueOf(),
    // Whole steps of room, so that dragging the panel's edge does not analyse anew with every pixel.
    mostChunks: Math.max(8, Math.floor((width * 0.5) / CHUNK_WIDTH / 4) * 4),
    timeZone: zoneOf(timeZone),
    locale: localeOf(),
    thresholds,
    ...(clicked !== undefined && { clicked }),
  });
  return useSame(settings, sameSettings);
}
