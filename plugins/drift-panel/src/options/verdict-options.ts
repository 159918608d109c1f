import type { SelectableValue } from '@grafana/data';
import type { Adjustment } from '@soundcheck/drift';
import { t } from '../i18n/translate.ts';
import type { Builder } from './build-options.ts';
import { defaultOptions, withDefaults, type DriftOptions, type LimitOptions } from './options.ts';

const { limit, persistence } = defaultOptions;

/** The statistics load when the options are looked at, not with the panel. */
const choices = () => import('./test-choices.ts');

function limitBy(by: LimitOptions['by']): (saved: DriftOptions) => boolean {
  return (saved) => withDefaults(saved).limit.by === by;
}

/** From where on it is drift. */
export function addVerdict(builder: Builder): void {
  const category = [t('options.verdict.category', 'Verdict')];
  builder
    .addSelect({
      path: 'preset',
      name: t('options.verdict.preset', 'Preset'),
      description: t(
        'options.verdict.preset-text',
        'Tests, limits and rules of a tool; Soundcheck’s own need no touch'
      ),
      category,
      defaultValue: defaultOptions.preset,
      settings: { options: [], getOptions: async () => (await choices()).presetChoices() },
    })
    .addSelect({
      path: 'numericTest',
      name: t('options.verdict.numeric-test', 'Test for numbers'),
      category,
      defaultValue: defaultOptions.numericTest,
      settings: { options: [], getOptions: async () => (await choices()).testChoices('numbers') },
    })
    .addSelect({
      path: 'categoricalTest',
      name: t('options.verdict.categorical-test', 'Test for categories'),
      category,
      defaultValue: defaultOptions.categoricalTest,
      settings: { options: [], getOptions: async () => (await choices()).testChoices('categories') },
    })
    .addNumberInput({
      path: 'alpha',
      name: t('options.verdict.level', 'Level'),
      description: t(
        'options.verdict.level-text',
        'Risk of a false alarm that is accepted, 0.05 = 5 %. Critical values follow it'
      ),
      category,
      defaultValue: defaultOptions.alpha,
      settings: { min: 0.0001, max: 0.5, step: 0.01 },
    })
    .addSelect({
      path: 'correction',
      name: t('options.verdict.correction', 'Correction'),
      description: t('options.verdict.correction-text', 'For the number of features tested at once'),
      category,
      defaultValue: defaultOptions.correction,
      settings: { options: corrections() },
    })
    .addNumberInput({
      path: 'minRows',
      name: t('options.verdict.min-rows', 'Minimum rows'),
      description: t('options.verdict.min-rows-text', 'Below this on either side a feature is not judged'),
      category,
      defaultValue: defaultOptions.minRows,
      settings: { min: 2, integer: true },
    });
  addLimit(builder, category);
  builder
    .addNumberInput({
      path: 'persistence.need',
      name: t('options.verdict.need', 'Persistence: chunks over the limit'),
      description: t('options.verdict.need-text', 'Drift is on when this many …'),
      category,
      defaultValue: persistence.need,
      settings: { min: 1, integer: true },
    })
    .addNumberInput({
      path: 'persistence.of',
      name: t('options.verdict.of', 'Persistence: of the last'),
      description: t('options.verdict.of-text', '… of this many chunks are over the limit'),
      category,
      defaultValue: persistence.of,
      settings: { min: 1, integer: true },
    })
    .addTextInput({
      path: 'importance',
      name: t('options.verdict.importance', 'Importance'),
      description: t('options.verdict.importance-text', 'Of each feature for the model: tempo=0.3, energy=0.1'),
      category,
      defaultValue: defaultOptions.importance,
    })
    .addTextInput({
      path: 'performance',
      name: t('options.verdict.performance', 'Performance'),
      description: t('options.verdict.performance-text', 'Name or refId of a series of the model’s performance'),
      category,
      defaultValue: defaultOptions.performance,
    });
}

function addLimit(builder: Builder, category: string[]): void {
  builder
    .addSelect({
      path: 'limit.by',
      name: t('options.verdict.limit', 'Limit'),
      category,
      defaultValue: limit.by,
      settings: { options: limits() },
    })
    .addNumberInput({
      path: 'limit.value',
      name: t('options.verdict.limit-value', 'Limit at'),
      category,
      defaultValue: limit.value,
      showIf: limitBy('constant'),
    })
    .addNumberInput({
      path: 'limit.k',
      name: t('options.verdict.limit-k', 'Standard deviations'),
      category,
      defaultValue: limit.k,
      showIf: limitBy('deviations'),
      settings: { min: 0.5, step: 0.5 },
    })
    .addNumberInput({
      path: 'limit.quantile',
      name: t('options.verdict.limit-quantile', 'Quantile'),
      category,
      defaultValue: limit.quantile,
      showIf: limitBy('quantile'),
      settings: { min: 0.5, max: 1, step: 0.01 },
    });
}

function limits(): Array<SelectableValue<LimitOptions['by']>> {
  return [
    {
      value: 'significance',
      label: t('options.verdict.limit-significance', 'By significance'),
      description: t(
        'options.verdict.limit-significance-text',
        'The corrected p-value; for scores the limit that comes with them'
      ),
    },
    {
      value: 'constant',
      label: t('options.verdict.limit-constant', 'A number'),
      description: t('options.verdict.limit-constant-text', 'The same for every feature, however many rows'),
    },
    {
      value: 'thresholds',
      label: t('options.verdict.limit-thresholds', 'Thresholds'),
      description: t('options.verdict.limit-thresholds-text', 'The highest of the field; overrides set it by feature'),
    },
    {
      value: 'deviations',
      label: t('options.verdict.limit-deviations', 'Mean and deviation'),
      description: t('options.verdict.limit-deviations-text', 'Of the chunks of the reference'),
    },
    {
      value: 'quantile',
      label: t('options.verdict.limit-by-quantile', 'Quantile'),
      description: t('options.verdict.limit-by-quantile-text', 'Of the chunks of the reference'),
    },
  ];
}

function corrections(): Array<SelectableValue<Adjustment>> {
  const any = t('options.verdict.holm-text', 'Any false alarm at most at the level; never weaker than Bonferroni');
  return [
    { value: 'holm', label: 'Holm', description: any },
    {
      value: 'bonferroni',
      label: 'Bonferroni',
      description: t('options.verdict.bonferroni-text', 'Any false alarm at most at the level'),
    },
    {
      value: 'benjamini-hochberg',
      label: 'Benjamini-Hochberg',
      description: t('options.verdict.hochberg-text', 'Share of false ones among the flagged'),
    },
    {
      value: 'benjamini-yekutieli',
      label: 'Benjamini-Yekutieli',
      description: t('options.verdict.yekutieli-text', 'The same, whatever the dependence of the features'),
    },
    {
      value: 'none',
      label: t('options.verdict.none', 'None'),
      description: t('options.verdict.none-text', 'Each feature by itself'),
    },
  ];
}
