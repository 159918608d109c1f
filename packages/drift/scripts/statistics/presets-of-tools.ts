import { listPresets } from '../../src/index.ts';
import type { DataSetRule, DriftRule, FeatureFacts, Preset } from '../../src/index.ts';
import { code, plain, table } from './markdown.ts';

function dataSetRule(rule: DataSetRule): string {
  if (rule.by === 'none') {
    return 'none';
  }
  if (rule.by === 'any') {
    return rule.score ? `any feature; ${code(rule.score)} score beside it` : 'any feature';
  }
  return `${code(rule.by)} ${rule.inclusive ? '≥' : '>'} ${rule.limit}`;
}

export function presetOverview(): string {
  return table(
    ['name', 'title', 'correction', 'data set drifts with', 'read from'],
    listPresets().map(({ name, title, adjustment, dataSet, source }) => [
      code(name),
      title,
      code(adjustment),
      dataSetRule(dataSet),
      plain(source),
    ])
  );
}

const usual: FeatureFacts = {
  kind: 'numeric',
  binned: false,
  nReference: 500,
  nCurrent: 500,
  distinctReference: 400,
  distinctPooled: 700,
};

/** The features that presets tell apart. */
const features: readonly (readonly [name: string, facts: FeatureFacts])[] = [
  ['numbers, 500 reference rows', usual],
  ['numbers, 5,000 reference rows', { ...usual, nReference: 5000, distinctReference: 4000, distinctPooled: 7000 }],
  ['categories, 500 reference rows', { ...usual, kind: 'categorical', distinctReference: 6, distinctPooled: 6 }],
  [
    'categories, 5,000 reference rows',
    { ...usual, kind: 'categorical', nReference: 5000, distinctReference: 6, distinctPooled: 6 },
  ],
];

function ruleInWords({ by, direction, limit, inclusive = false, possible }: DriftRule): string {
  const sign = `${direction === 'low' ? '<' : '>'}${inclusive ? '=' : ''}`.replace('<=', '≤').replace('>=', '≥');
  const mild = possible === undefined ? '' : ` (possible ${sign} ${possible})`;
  return `${by === 'p-value' ? 'p' : 'value'} ${sign} ${limit}${mild}`;
}

function choiceInWords(preset: Preset, facts: FeatureFacts): string {
  const choice = preset.choose(facts);
  if ('error' in choice) {
    return 'none';
  }
  const options = Object.entries(choice.options ?? {}).map(([name, value]) => `${name}: ${String(value)}`);
  const rule = typeof choice.rule === 'function' ? 'limit from chunks of the reference' : ruleInWords(choice.rule);
  return `${code(choice.test)}${options.length > 0 ? ` (${options.join(', ')})` : ''}, ${rule}`;
}

function section(preset: Preset): string {
  const choices = features.map(([name, facts]) => [name, choiceInWords(preset, facts)] as const);
  const [same] = new Set(choices.map(([, choice]) => choice));
  const all = choices.every(([, choice]) => choice === same);
  const list = all ? `- every feature: ${same}` : choices.map(([name, choice]) => `- ${name}: ${choice}`).join('\n');
  return [`### Preset ${code(preset.name)}`, plain(preset.says), list].join('\n\n');
}

export function presetSections(): string {
  return listPresets().map(section).join('\n\n');
}
