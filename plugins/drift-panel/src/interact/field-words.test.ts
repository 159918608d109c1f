import { createTheme, FieldType, MappingType, ThresholdsMode, type Field, type FieldConfig } from '@grafana/data';
import { fieldWords, thresholdsOf } from './field-words.ts';

const theme = createTheme();

function field(config: FieldConfig = {}, name = 'value'): Field {
  return { name, type: FieldType.number, config, values: [] };
}

function words(fields: Record<string, Field>) {
  return fieldWords(new Map(Object.entries(fields)), theme, 'utc');
}

it('writes values with unit, decimals and mappings of the field', () => {
  const { format } = words({
    tempo: field({ unit: 'ms', decimals: 1 }),
    key: field({ mappings: [{ type: MappingType.ValueToText, options: { '0': { text: 'C' } } }] }),
  });
  expect(format('tempo', 118.25)).toBe('118.3 ms');
  expect(format('key', 0)).toBe('C');
  // Nobody asked for decimals, so zeros at the end say nothing.
  expect(format('unknown', 0.5)).toBe('0.5');
  expect(format('unknown', 500)).toBe('500');
});

it('calls a feature as its field is called, but not all features as the one field that holds them', () => {
  const shared = field({ displayName: 'Value' });
  const { label } = words({ tempo: field({ displayName: 'Tempo (bpm)' }), energy: field(), a: shared, b: shared });
  expect(['tempo', 'energy', 'a', 'b', 'gone'].map(label)).toEqual(['Tempo (bpm)', 'energy', 'a', 'b', 'gone']);
});

it('takes a colour only where the options fix one', () => {
  const { colour } = words({
    tempo: field({ color: { mode: 'fixed', fixedColor: 'purple' } }),
    energy: field({ color: { mode: 'palette-classic' } }),
  });
  expect(colour('tempo')).toBe(theme.visualization.getColorByName('purple'));
  expect(colour('energy')).toBeUndefined();
});

it.each<[string, FieldConfig, expected: number | undefined]>([
  ['the highest step', { thresholds: steps(ThresholdsMode.Absolute, 0.1, 0.25) }, 0.25],
  ['steps in any order', { thresholds: steps(ThresholdsMode.Absolute, 0.25, 0.1) }, 0.25],
  ['only the base', { thresholds: steps(ThresholdsMode.Absolute) }, undefined],
  ['none', {}, undefined],
  ['percent of the field’s range', { thresholds: steps(ThresholdsMode.Percentage, 80), min: 0, max: 2 }, 1.6],
  ['percent of an unknown range', { thresholds: steps(ThresholdsMode.Percentage, 80) }, undefined],
])('finds as threshold: %s', (_, config, expected) => {
  expect(thresholdsOf(new Map([['tempo', field(config)]]))['tempo']).toBe(expected);
});

function steps(mode: ThresholdsMode, ...values: number[]): FieldConfig['thresholds'] {
  return { mode, steps: [-Infinity, ...values].map((value) => ({ value, color: 'red' })) };
}
