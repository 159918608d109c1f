import {
  VisualizationSuggestionScore,
  type DataFrame,
  type PanelDataSummary,
  type VisualizationSuggestion,
} from '@grafana/data';
import { t } from '../i18n/translate.ts';
import { looksReadable, shapeOf } from '../read/shape-of.ts';
import { defaultOptions, withDefaults, type DriftOptions, type Partly } from './options.ts';

type Suggestion = VisualizationSuggestion<DriftOptions>;

/**
 * Offers the panel for data that it understands. Scores, counts and a query named "reference" are certain; any other rows
 * can be compared as well, but most people who look at them want something else.
 */
export function suggest({ hasData, rawFrames = [] }: PanelDataSummary): Suggestion[] | undefined {
  if (!hasData || !looksReadable(rawFrames, defaultOptions.fields)) {
    return undefined;
  }
  const { Best, Good, OK } = VisualizationSuggestionScore;
  if (rawFrames.some(isForDrift)) {
    return [
      card(t('suggestion.overview', 'Drift overview'), Best, {}),
      card(t('suggestion.heatmap', 'Drift heatmap'), Good, { view: 'heatmap' }),
      card(t('suggestion.distribution', 'Reference and current'), OK, { view: 'distribution' }),
    ];
  }
  const [first = '', ...others] = new Set(rawFrames.map(({ refId }) => refId));
  return others.length === 0
    ? [card(t('suggestion.own-start', 'Drift against its own start'), OK, { reference: { from: 'share' } })]
    : [
        card(t('suggestion.first-query', 'Drift against {{query}}', { query: first }), OK, {
          reference: { query: first },
        }),
      ];
}

function isForDrift(frame: DataFrame): boolean {
  return (
    shapeOf(frame, defaultOptions.fields) !== 'rows' ||
    [frame.refId, frame.name].includes(defaultOptions.reference.query) ||
    frame.fields.some(({ name, labels }) => name === 'side' || labels?.['side'] !== undefined)
  );
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
