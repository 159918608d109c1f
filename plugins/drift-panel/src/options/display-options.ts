import type { SelectableValue } from '@grafana/data';
import type { BinRule } from '@soundcheck/drift';
import { t } from '../i18n/translate.ts';
import type { Builder } from './build-options.ts';
import { defaultOptions, withDefaults, type DistributionMode, type DriftOptions, type ViewName } from './options.ts';

const { distribution, overTime, bins } = defaultOptions;

/** What is drawn. */
export function addDisplay(builder: Builder): void {
  const category = [t('options.display.category', 'Display')];
  builder
    .addSelect({
      path: 'view',
      name: t('options.display.view', 'View'),
      category,
      defaultValue: defaultOptions.view,
      settings: { options: views() },
    })
    .addBooleanSwitch({
      path: 'showSwitch',
      name: t('options.display.show-switch', 'Show view switch'),
      description: t('options.display.show-switch-text', 'Viewers may look at the other views'),
      category,
      defaultValue: defaultOptions.showSwitch,
    })
    .addBooleanSwitch({
      path: 'showDetail',
      name: t('options.display.show-detail', 'Show detail'),
      description: t('options.display.show-detail-text', 'The chosen feature below the overview, where there is room'),
      category,
      defaultValue: defaultOptions.showDetail,
      showIf: (saved) => withDefaults(saved).view === 'overview',
    })
    .addSelect({
      path: 'sort',
      name: t('options.display.sort', 'Sort features by'),
      category,
      defaultValue: defaultOptions.sort,
      settings: { options: sorts() },
    });
  addDistribution(builder, [t('options.display.distribution', 'Distribution')]);
  addOverTime(builder, [t('options.display.over-time', 'Over time')]);
}

function addDistribution(builder: Builder, category: string[]): void {
  builder
    .addSelect({
      path: 'distribution.mode',
      name: t('options.display.mode', 'Show as'),
      category,
      defaultValue: distribution.mode,
      settings: { options: modes() },
    })
    .addBooleanSwitch({
      path: 'distribution.logX',
      name: t('options.display.log-x', 'Logarithmic values'),
      category,
      defaultValue: distribution.logX,
    })
    .addBooleanSwitch({
      path: 'distribution.logY',
      name: t('options.display.log-y', 'Logarithmic heights'),
      category,
      defaultValue: distribution.logY,
    })
    .addSelect({
      path: 'bins.rule',
      name: t('options.display.bin-rule', 'Bins'),
      description: t('options.display.bin-rule-text', 'Of the pictures, laid on the reference; a test has its own'),
      category,
      defaultValue: bins.rule,
      settings: { options: rules() },
    })
    .addNumberInput({
      path: 'bins.count',
      name: t('options.display.bin-count', 'Number of bins'),
      category,
      defaultValue: bins.count,
      showIf: (saved) => ['quantile', 'equal-width'].includes(withDefaults(saved).bins.rule),
      settings: { min: 2, max: 200, integer: true },
    });
}

function addOverTime(builder: Builder, category: string[]): void {
  const layouts: Array<SelectableValue<DriftOptions['overTime']['layout']>> = [
    { value: 'chosen', label: t('options.display.layout-chosen', 'The chosen feature') },
    { value: 'multiples', label: t('options.display.layout-multiples', 'Small multiples') },
    { value: 'joined', label: t('options.display.layout-joined', 'On one axis') },
  ];
  builder
    .addRadio({
      path: 'overTime.layout',
      name: t('options.display.layout', 'Features'),
      category,
      defaultValue: overTime.layout,
      settings: { options: layouts },
    })
    .addNumberInput({
      path: 'overTime.most',
      name: t('options.display.most', 'At most'),
      category,
      defaultValue: overTime.most,
      showIf: (saved) => withDefaults(saved).overTime.layout !== 'chosen',
      settings: { min: 1, max: 100, integer: true },
    });
}

function views(): Array<SelectableValue<ViewName>> {
  return [
    { value: 'overview', label: t('view.overview', 'Overview') },
    { value: 'ranking', label: t('view.ranking', 'Ranking') },
    { value: 'heatmap', label: t('view.heatmap', 'Heatmap') },
    { value: 'over-time', label: t('view.over-time', 'Over time') },
    { value: 'distribution', label: t('view.distribution', 'Distribution') },
    { value: 'contribution', label: t('view.contribution', 'Contribution') },
    { value: 'ridgeline', label: t('view.ridgeline', 'Ridgeline') },
    { value: 'calendar', label: t('view.calendar', 'Calendar') },
    { value: 'scatter', label: t('view.scatter', 'Scatter') },
    { value: 'quality', label: t('view.quality', 'Quality') },
  ];
}

function sorts(): Array<SelectableValue<DriftOptions['sort']>> {
  return [
    { value: 'drift', label: t('options.display.sort-drift', 'Drift') },
    { value: 'name', label: t('options.display.sort-name', 'Name') },
    { value: 'cluster', label: t('options.display.sort-cluster', 'Likeness over time') },
    { value: 'first-over', label: t('options.display.sort-first', 'First over the limit') },
  ];
}

function modes(): Array<SelectableValue<DistributionMode>> {
  return [
    { value: 'density', label: t('options.display.mode-density', 'Density') },
    { value: 'percent', label: t('options.display.mode-percent', 'Percent') },
    { value: 'count', label: t('options.display.mode-count', 'Count') },
    { value: 'ecdf', label: t('options.display.mode-ecdf', 'Cumulative (ECDF)') },
    { value: 'difference', label: t('options.display.mode-difference', 'Difference') },
    { value: 'qq', label: t('options.display.mode-qq', 'Quantiles (Q–Q)') },
  ];
}

/** Named after those who proposed them, in every language. */
const RULES: ReadonlyArray<[BinRule, string]> = [
  ['sqrt', '√n'],
  ['sturges', 'Sturges'],
  ['doane', 'Doane'],
  ['freedman-diaconis', 'Freedman–Diaconis'],
  ['scott', 'Scott'],
];

function rules(): Array<SelectableValue<BinRule>> {
  return [
    { value: 'auto', label: t('options.display.rule-auto', 'By the data') },
    { value: 'equal-width', label: t('options.display.rule-width', 'Equal width') },
    { value: 'quantile', label: t('options.display.rule-quantile', 'Equal shares') },
    ...RULES.map(([value, label]) => ({ value, label })),
  ];
}
