import type { SelectableValue } from '@grafana/data';
import type { TestName } from '@soundcheck/drift';
import { t } from '../i18n/translate.ts';

/** The presets with what they stand for. The statistics load when the options are looked at, not with the panel. */
export async function presetChoices(): Promise<SelectableValue[]> {
  const { presets } = await import('@soundcheck/drift');
  return Object.entries(presets).map(([value, { title, says }]) => ({ value, label: title, description: says }));
}

/** The tests for a kind of samples, after "as the preset has it". */
export async function testChoices(
  takes: 'numbers' | 'categories'
): Promise<Array<SelectableValue<'preset' | TestName>>> {
  const { listTests } = await import('@soundcheck/drift');
  const tests = listTests().filter((test) => test.takes.includes(takes));
  return [
    { value: 'preset', label: t('options.verdict.as-preset', 'As the preset has it') },
    ...tests.map(({ name, title, says }) => ({ value: name, label: title, description: says })),
  ];
}
