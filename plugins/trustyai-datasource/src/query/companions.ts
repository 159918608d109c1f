import { DataFrameType, type DataFrame, type Field } from '@grafana/data';
import { SCORE_COMPANIONS } from '@soundcheck/query';

const HIDDEN = { viz: true, legend: true, tooltip: true };

function isCompanion({ name }: Field): boolean {
  return SCORE_COMPANIONS.some((companion) => companion === name);
}

function hidden(field: Field): Field {
  return { ...field, config: { ...field.config, custom: { hideFrom: HIDDEN } } };
}

/** Sizes and p-values are another scale than the score; equal limits of many features are one line. */
function dressed(field: Field, drawn: Set<string>): Field {
  if (!isCompanion(field)) {
    return field;
  }
  const line = field.values.join();
  if (field.name !== 'limit' || drawn.has(line)) {
    return hidden(field);
  }
  drawn.add(line);
  const custom = { lineStyle: { fill: 'dash', dash: [6, 6] }, fillOpacity: 0 };
  return { ...field, config: { ...field.config, displayNameFromDS: 'limit', custom } };
}

/**
 * Makes `scores` frames over time fit for panels that draw every number they find, such as Grafana's own time series:
 * companions are there for those who read them by name, and drawn only where a person would want to see them. Tables stay
 * as they are.
 */
export function dressCompanions(frames: readonly DataFrame[]): DataFrame[] {
  const drawn = new Set<string>();
  return frames.map((frame) =>
    frame.meta?.type === DataFrameType.TimeSeriesMulti
      ? { ...frame, fields: frame.fields.map((field) => dressed(field, drawn)) }
      : frame
  );
}
