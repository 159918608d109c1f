import type { FieldOverrideContext, SelectableValue } from '@grafana/data';
import { t } from '../i18n/translate.ts';
import type { Builder } from './build-options.ts';
import { defaultOptions, withDefaults, type DriftOptions, type FieldOptions } from './options.ts';

type Shape = FieldOptions['shape'];

const { fields } = defaultOptions;

/** For which shapes a column is asked for; a guess may need any of those of scores and rows. */
function shownFor(...shapes: Shape[]): (saved: DriftOptions) => boolean {
  return (saved) => shapes.includes(withDefaults(saved).fields.shape);
}

/** What the data is, and which column is what. */
export function addData(builder: Builder): void {
  const category = [t('options.data.category', 'Data')];
  builder.addSelect({
    path: 'fields.shape',
    name: t('options.data.shape', 'Shape'),
    description: t('options.data.shape-text', 'What the queries return; recognised unless it is said here'),
    category,
    defaultValue: fields.shape,
    settings: { options: shapes() },
  });
  columns().forEach(({ path, name, shapes, placeholderText }) =>
    builder.addFieldNamePicker({
      path: `fields.${path}`,
      name,
      category,
      showIf: shownFor(...shapes),
      settings: { placeholderText },
    })
  );
  const many = { settings: { options: [], isClearable: true, allowCustomValue: true, getOptions: namesOfFields } };
  builder
    .addMultiSelect({
      path: 'fields.features',
      name: t('options.data.features', 'Features'),
      description: t(
        'options.data.features-text',
        'Only these columns are features; empty: all that serve nothing else'
      ),
      category,
      defaultValue: fields.features,
      showIf: shownFor('auto', 'rows'),
      ...many,
    })
    .addMultiSelect({
      path: 'fields.slices',
      name: t('options.data.slices', 'Slices'),
      description: t('options.data.slices-text', 'Columns whose values split the rows; empty: every column of text'),
      category,
      defaultValue: fields.slices,
      showIf: shownFor('auto', 'rows'),
      ...many,
    })
    .addTextInput({
      path: 'metric',
      name: t('options.data.metric', 'Metric'),
      description: t(
        'options.data.metric-text',
        'Scores: shown first where there are several, e.g. ks, compare-means. Empty: the first KS, else the first'
      ),
      category,
      defaultValue: defaultOptions.metric,
      showIf: shownFor('auto', 'scores'),
    })
    .addNumberInput({
      path: 'nReference',
      name: t('options.data.n-reference', 'Reference rows'),
      description: t(
        'options.data.n-reference-text',
        'Scores: rows of the reference behind each, where the data does not say. 0: unknown'
      ),
      category,
      defaultValue: defaultOptions.nReference,
      showIf: shownFor('auto', 'scores'),
      settings: { min: 0, integer: true },
    })
    .addNumberInput({
      path: 'nCurrent',
      name: t('options.data.n-current', 'Current rows'),
      description: t(
        'options.data.n-current-text',
        'Scores: rows of the current window (batch size of the schedule), where the data does not say. 0: unknown'
      ),
      category,
      defaultValue: defaultOptions.nCurrent,
      showIf: shownFor('auto', 'scores'),
      settings: { min: 0, integer: true },
    });
}

function shapes(): Array<SelectableValue<Shape>> {
  return [
    { value: 'auto', label: t('options.data.shape-auto', 'Recognised') },
    {
      value: 'scores',
      label: t('options.data.shape-scores', 'Scores'),
      description: t('options.data.shape-scores-text', 'A drift number per feature, over time or one each'),
    },
    {
      value: 'distribution',
      label: t('options.data.shape-distribution', 'Counts'),
      description: t('options.data.shape-distribution-text', 'Rows counted by bin or category, for both sides'),
    },
    {
      value: 'rows',
      label: t('options.data.shape-rows', 'Rows'),
      description: t(
        'options.data.shape-rows-text',
        'Raw values: a column a feature, or the columns feature and value'
      ),
    },
  ];
}

interface ColumnOption {
  path: Exclude<keyof FieldOptions, 'shape' | 'features' | 'slices'>;
  name: string;
  shapes: Shape[];
  placeholderText: string;
}

function columns(): ColumnOption[] {
  const guessed = t('options.data.guessed', 'Recognised');
  const all: Array<[ColumnOption['path'], name: string, shapes: Shape[]]> = [
    ['time', t('options.data.time', 'Time'), ['auto', 'scores', 'distribution', 'rows']],
    ['feature', t('options.data.feature', 'Feature name'), ['scores', 'distribution', 'rows']],
    ['value', t('options.data.value', 'Value'), ['scores', 'rows']],
    ['side', t('options.data.side', 'Side (reference or current)'), ['distribution', 'rows']],
    ['count', t('options.data.count', 'Count'), ['distribution']],
    ['binStart', t('options.data.bin-start', 'Start of the bin'), ['distribution']],
    ['binEnd', t('options.data.bin-end', 'End of the bin'), ['distribution']],
    ['category', t('options.data.category-column', 'Category'), ['distribution']],
  ];
  return all.map(([path, name, shapes]) => ({ path, name, shapes, placeholderText: guessed }));
}

/** Names of the columns that the queries return, once each. */
export async function namesOfFields({ data }: Pick<FieldOverrideContext, 'data'>): Promise<SelectableValue[]> {
  const names = (data ?? []).flatMap((frame) => frame.fields.map(({ name }) => name));
  return [...new Set(names)].map((name) => ({ value: name, label: name }));
}
