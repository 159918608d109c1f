import { VisualizationSuggestionScore, type PanelDataSummary, type VisualizationSuggestion } from '@grafana/data';
import { t } from '../i18n/translate.ts';
import { looksReadable } from '../read/looks-readable.ts';
import { withDefaults, type DriftOptions, type Partly } from './options.ts';

type Suggestion = VisualizationSuggestion<DriftOptions>;

/** Offers the panel for data that it understands, and views of it that suit. */
export function suggest(summary: PanelDataSummary): Suggestion[] | undefined {
  const frames = summary.rawFrames ?? [];
  if (!summary.hasData || !looksReadable(frames)) {
    return undefined;
  }
  const overview = card(t('suggestion.overview', 'Drift overview'), VisualizationSuggestionScore.Best, {});
  return [overview];
}

/** A card's preview is small: nothing in it that needs room. */
function card(name: string, score: VisualizationSuggestionScore, options: Partly<DriftOptions>): Suggestion {
  return {
    name,
    score,
    options: withDefaults(options),
    cardOptions: {
      previewModifier: (suggestion) => {
        suggestion.options = { ...suggestion.options, showSwitch: false, showDetail: false };
      },
    },
  };
}
