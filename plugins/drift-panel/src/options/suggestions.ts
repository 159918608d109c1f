import {
  FieldType,
  VisualizationSuggestionScore,
  type PanelDataSummary,
  type VisualizationSuggestion,
} from '@grafana/data';
import { readFrames } from '../read/read-frames.ts';
import { defaultOptions, type DriftOptions } from './options.ts';

/** Offers the panel for data that it understands: scores, or rows with a reference. */
export function suggest(summary: PanelDataSummary): Array<VisualizationSuggestion<DriftOptions>> | undefined {
  if (!summary.hasData || !summary.hasFieldType(FieldType.number)) {
    return undefined;
  }
  const { scores, rows } = readFrames(summary.rawFrames ?? [], defaultOptions.referenceRefId);
  return scores.length > 0 || rows.length > 0
    ? [{ name: 'Drift', score: VisualizationSuggestionScore.Best }]
    : undefined;
}
