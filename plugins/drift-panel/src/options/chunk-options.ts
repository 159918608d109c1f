import type { SelectableValue } from '@grafana/data';
import { t } from '../i18n/translate.ts';
import type { Builder } from './build-options.ts';
import { defaultOptions, withDefaults, type ChunkOptions, type DriftOptions } from './options.ts';

const { chunks } = defaultOptions;

function shownFor(...ways: Array<ChunkOptions['by']>): (saved: DriftOptions) => boolean {
  return (saved) => ways.includes(withDefaults(saved).chunks.by);
}

/** How the current side is cut over time. */
export function addChunks(builder: Builder): void {
  const category = [t('options.chunks.category', 'Chunks')];
  builder
    .addSelect({
      path: 'chunks.by',
      name: t('options.chunks.by', 'Chunks'),
      description: t('options.chunks.by-text', 'How the current rows are cut for drift over time'),
      category,
      defaultValue: chunks.by,
      settings: { options: ways() },
    })
    .addTextInput({
      path: 'chunks.every',
      name: t('options.chunks.every', 'Length'),
      description: t('options.chunks.every-text', 'As 6h or 1d; for the calendar day, week or month'),
      category,
      defaultValue: chunks.every,
      showIf: shownFor('time', 'calendar'),
    })
    .addNumberInput({
      path: 'chunks.n',
      name: t('options.chunks.n', 'Number'),
      description: t('options.chunks.n-text', 'Of chunks, or of rows in each'),
      category,
      defaultValue: chunks.n,
      showIf: shownFor('count', 'size'),
      settings: { min: 2, integer: true },
    });
}

function ways(): Array<SelectableValue<ChunkOptions['by']>> {
  return [
    {
      value: 'auto',
      label: t('options.chunks.auto', 'Round steps'),
      description: t('options.chunks.auto-text', 'As narrow as the rows and the room allow'),
    },
    { value: 'time', label: t('options.chunks.time', 'A length of time') },
    { value: 'calendar', label: t('options.chunks.calendar', 'Days, weeks or months') },
    { value: 'count', label: t('options.chunks.count', 'A number of chunks') },
    { value: 'size', label: t('options.chunks.size', 'A number of rows each') },
  ];
}
