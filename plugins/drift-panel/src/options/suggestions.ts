import { VisualizationSuggestionScore, type PanelDataSummary, type VisualizationSuggestion } from '@grafana/data';
import { t } from '../i18n/translate.ts';
import { looksReadable } from '../read/shape-of.ts';
import { defaultOptions, withDefaults, type DriftOptions, type Partly } from './options.ts';

type Suggestion = VisualizationSuggestion<DriftOptions>;

/** Offers the panel for data that it understands, and the views that suit most of it. */
export function suggest({ hasData, rawFrames = [] }: PanelDataSummary): Suggestion[] | undefined {
  if (!hasData || !looksReadable(rawFrames, defaultOptions.fields)) {
    return undefined;
  }
  const { Best, Good, OK } = VisualizationSuggestionScore;
  return [
    card(t('suggestion.overview', 'Drift overview'), Best, {}),
    card(t('suggestion.heatmap', 'Drift heatmap'), Good, { view: 'heatmap' }),
    card(t('suggestion.distribution', 'Reference and current'), OK, { view: 'distribution' }),
    // A single query has no other to be its reference: its own start is.
    ...(new Set(rawFrames.map(({ refId }) => refId)).size === 1
      ? [card(t('suggestion.own-start', 'Drift against its own start'), Good, { reference: { from: 'share' } })]
      : []),
  ];
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
