import type { SelectableValue } from '@grafana/data';
import { listTests, presets, type TestName } from '@soundcheck/drift';
import { t } from '../i18n/translate.ts';

/** The presets with what they stand for. */
export function presetChoices(): SelectableValue[] {
  return Object.entries(presets).map(([value, { title, says }]) => ({ value, label: title, description: says }));
}

/** The tests for a kind of samples, after "as the preset has it". */
export function testChoices(takes: 'numbers' | 'categories'): Array<SelectableValue<'preset' | TestName>> {
  const tests = listTests().filter((test) => test.takes.includes(takes));
  return [
    { value: 'preset', label: t('options.verdict.as-preset', 'As the preset has it') },
    ...tests.map(({ name, title, says }) => ({ value: name, label: title, description: says })),
  ];
}
