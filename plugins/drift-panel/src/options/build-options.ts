import type { PanelOptionsEditorBuilder } from '@grafana/data';
import { defaultOptions, type DriftOptions } from './options.ts';

const CORRECTIONS = [
  { value: 'holm', label: 'Holm', description: 'Any false alarm at most at the level; never weaker than Bonferroni' },
  { value: 'bonferroni', label: 'Bonferroni', description: 'Any false alarm at most at the level' },
  { value: 'benjamini-hochberg', label: 'Benjamini-Hochberg', description: 'Share of false ones among the flagged' },
  {
    value: 'benjamini-yekutieli',
    label: 'Benjamini-Yekutieli',
    description: 'The same, whatever the dependence of the features',
  },
  { value: 'none', label: 'None', description: 'Each feature by itself' },
] as const;

/** The panel's options, by category. */
export function buildOptions(builder: PanelOptionsEditorBuilder<DriftOptions>): void {
  addData(builder, ['Data']);
  addVerdict(builder, ['Verdict']);
  builder.addBooleanSwitch({
    path: 'showDetail',
    name: 'Show detail',
    description: 'Overlay and history of the chosen feature, where there is room',
    category: ['Display'],
    defaultValue: defaultOptions.showDetail,
  });
}

function addData(builder: PanelOptionsEditorBuilder<DriftOptions>, category: string[]): void {
  builder
    .addTextInput({
      path: 'metric',
      name: 'Metric',
      description:
        'Shown first where the data holds several, e.g. ks, compare-means. Empty: the first KS, else the first',
      category,
      defaultValue: defaultOptions.metric,
    })
    .addTextInput({
      path: 'referenceRefId',
      name: 'Reference query',
      description: 'Name (refId) of the query or frame whose rows are the reference',
      category,
      defaultValue: defaultOptions.referenceRefId,
    })
    .addNumberInput({
      path: 'nReference',
      name: 'Reference rows',
      description: 'Rows of the reference behind each score, where the data does not say. 0: unknown',
      category,
      defaultValue: defaultOptions.nReference,
      settings: { min: 0, integer: true },
    })
    .addNumberInput({
      path: 'nCurrent',
      name: 'Current rows',
      description:
        'Rows of the current window (the batch size of the schedule), where the data does not say. 0: unknown',
      category,
      defaultValue: defaultOptions.nCurrent,
      settings: { min: 0, integer: true },
    });
}

function addVerdict(builder: PanelOptionsEditorBuilder<DriftOptions>, category: string[]): void {
  builder
    .addNumberInput({
      path: 'alpha',
      name: 'Level',
      description: 'Risk of a false alarm that is accepted, 0.05 = 5 %. Critical values follow it',
      category,
      defaultValue: defaultOptions.alpha,
      settings: { min: 0.0001, max: 0.5, step: 0.01 },
    })
    .addSelect({
      path: 'correction',
      name: 'Correction',
      description: 'For the number of features tested at once',
      category,
      defaultValue: defaultOptions.correction,
      settings: { options: [...CORRECTIONS] },
    })
    .addNumberInput({
      path: 'minRows',
      name: 'Minimum rows',
      description: 'Below this on either side a feature is not judged',
      category,
      defaultValue: defaultOptions.minRows,
      settings: { min: 2, integer: true },
    });
}
