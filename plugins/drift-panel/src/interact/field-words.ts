import {
  FieldType,
  formattedValueToString,
  getDisplayProcessor,
  ThresholdsMode,
  type DisplayProcessor,
  type Field,
  type GrafanaTheme2,
  type TimeZone,
} from '@grafana/data';
import type { Scene } from '../views/scene.ts';

type Fields = ReadonlyMap<string, Field>;

/** How features are called, written and coloured: as the dashboard's field options say. */
export function fieldWords(
  fields: Fields,
  theme: GrafanaTheme2,
  timeZone: TimeZone
): Pick<Scene, 'label' | 'format' | 'colour'> {
  const display = new Map<string, DisplayProcessor>();
  const shared = sharedFields(fields);
  const displayOf = (feature: string): DisplayProcessor => {
    const known = display.get(feature);
    if (known) {
      return known;
    }
    const field = fields.get(feature);
    const made =
      field?.display ??
      getDisplayProcessor({ field: field ?? { type: FieldType.number, config: {} }, theme, timeZone });
    display.set(feature, made);
    return made;
  };
  return {
    label: (feature) => {
      const field = fields.get(feature);
      // A long table holds all features in one field: its name is none of theirs.
      return (field && !shared.has(field) && field.config.displayName) || feature;
    },
    format: (feature, value) => {
      const shown = displayOf(feature)(value);
      const asked = typeof fields.get(feature)?.config.decimals === 'number';
      return formattedValueToString(asked ? shown : { ...shown, text: withoutZeros(shown.text) });
    },
    colour: (feature) => {
      const { mode, fixedColor } = fields.get(feature)?.config.color ?? {};
      return mode === 'fixed' && fixedColor ? theme.visualization.getColorByName(fixedColor) : undefined;
    },
  };
}

/** "0.100" → "0.1": decimals that nobody asked for are no precision. */
function withoutZeros(text: string): string {
  return /^-?\d+\.\d+$/.test(text) ? text.replace(/\.?0+$/, '') : text;
}

function sharedFields(fields: Fields): Set<Field> {
  const seen = new Set<Field>();
  const shared = new Set<Field>();
  for (const field of fields.values()) {
    (seen.has(field) ? shared : seen).add(field);
  }
  return shared;
}

/**
 * Highest threshold of each feature's field. Percentages need the minimum and maximum of the field's options; without them
 * there is none.
 */
export function thresholdsOf(fields: Fields): Record<string, number> {
  return Object.fromEntries(
    [...fields].flatMap(([feature, { config }]) => {
      const highest = Math.max(...(config.thresholds?.steps ?? []).map(({ value }) => value).filter(Number.isFinite));
      if (!Number.isFinite(highest)) {
        return [];
      }
      if (config.thresholds?.mode !== ThresholdsMode.Percentage) {
        return [[feature, highest]];
      }
      const { min, max } = config;
      return typeof min === 'number' && typeof max === 'number' ? [[feature, min + (highest / 100) * (max - min)]] : [];
    })
  );
}
