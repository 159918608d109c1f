import type { SelectableValue } from '@grafana/data';
import { t } from '../i18n/translate.ts';
import type { Builder } from './build-options.ts';
import { defaultOptions, withDefaults, type DriftOptions, type ReferenceOptions } from './options.ts';

const { reference } = defaultOptions;

function shownFor(from: ReferenceOptions['from']): (saved: DriftOptions) => boolean {
  return (saved) => withDefaults(saved).reference.from === from;
}

/** What the current rows are compared with. */
export function addReference(builder: Builder): void {
  const category = [t('options.reference.category', 'Reference')];
  builder
    .addSelect({
      path: 'reference.from',
      name: t('options.reference.from', 'Reference is'),
      description: t('options.reference.from-text', 'Data that says its side itself comes first'),
      category,
      defaultValue: reference.from,
      settings: { options: sources() },
    })
    .addTextInput({
      path: 'reference.query',
      name: t('options.reference.query', 'Query'),
      description: t('options.reference.query-text', 'Name (refId) of the query or frame with the reference rows'),
      category,
      defaultValue: reference.query,
      showIf: shownFor('query'),
    })
    .addSliderInput({
      path: 'reference.share',
      name: t('options.reference.share', 'Share'),
      description: t(
        'options.reference.share-text',
        'The first part of the time range; of the rows where they have no time'
      ),
      category,
      defaultValue: reference.share,
      showIf: shownFor('share'),
      settings: { min: 0.05, max: 0.95, step: 0.05 },
    })
    .addTextInput({
      path: 'reference.start',
      name: t('options.reference.start', 'Start'),
      description: t('options.reference.range-text', 'As 2026-11-01T00:00:00Z, or now-14d'),
      category,
      defaultValue: reference.start,
      showIf: shownFor('range'),
    })
    .addTextInput({
      path: 'reference.end',
      name: t('options.reference.end', 'End'),
      description: t('options.reference.end-text', 'Not part of the reference any more'),
      category,
      defaultValue: reference.end,
      showIf: shownFor('range'),
    })
    .addFieldNamePicker({
      path: 'reference.column',
      name: t('options.reference.column', 'Column'),
      category,
      defaultValue: reference.column,
      showIf: shownFor('marked'),
    })
    .addTextInput({
      path: 'reference.value',
      name: t('options.reference.value', 'Value of reference rows'),
      description: t('options.reference.value-text', 'All other rows are current'),
      category,
      defaultValue: reference.value,
      showIf: shownFor('marked'),
    })
    .addTextInput({
      path: 'reference.profile',
      name: t('options.reference.profile', 'Profile'),
      description: t(
        'options.reference.profile-text',
        'JSON as “Save as profile” in the panel’s menu writes it, or soundcheck profile'
      ),
      category,
      defaultValue: reference.profile,
      showIf: shownFor('profile'),
      settings: { useTextarea: true, rows: 6 },
    });
}

function sources(): Array<SelectableValue<ReferenceOptions['from']>> {
  return [
    { value: 'query', label: t('options.reference.from-query', 'Another query') },
    { value: 'share', label: t('options.reference.from-share', 'The start of the time range') },
    { value: 'range', label: t('options.reference.from-range', 'A fixed time range') },
    { value: 'marked', label: t('options.reference.from-marked', 'Rows marked by a column') },
    { value: 'profile', label: t('options.reference.from-profile', 'A saved profile') },
  ];
}
