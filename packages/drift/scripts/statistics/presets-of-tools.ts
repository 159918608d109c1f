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

const facts: FeatureFacts = {
  kind: 'numeric',
  binned: false,
  nReference: 500,
  nCurrent: 500,
  distinctReference: 400,
  distinctPooled: 700,
};

/** The features that presets tell apart: kinds, each with few and with many reference rows. */
const kinds: readonly (readonly [name: string, few: FeatureFacts])[] = [
  ['numbers', facts],
  ['categories', { ...facts, kind: 'categorical', distinctReference: 6, distinctPooled: 6 }],
];

function ruleInWords({ by, direction, limit, inclusive = false, possible }: DriftRule): string {
  const sign = `${direction === 'low' ? '<' : '>'}${inclusive ? '=' : ''}`.replace('<=', '≤').replace('>=', '≥');
  const mild = possible === undefined ? '' : ` (possible ${sign} ${possible})`;
  return `${by === 'p-value' ? 'p' : 'value'} ${sign} ${limit}${mild}`;
}

function choiceInWords(preset: Preset, facts: FeatureFacts): string {
  const choice = preset.choose(facts);
  if ('error' in choice) {
    return 'no test';
  }
  const options = Object.entries(choice.options ?? {}).map(([name, value]) => `${name}: ${String(value)}`);
  const rule = typeof choice.rule === 'function' ? 'limit from chunks of the reference' : ruleInWords(choice.rule);
  return `${code(choice.test)}${options.length > 0 ? ` (${options.join(', ')})` : ''}, ${rule}`;
}

function section(preset: Preset): string {
  const choices = kinds.flatMap(([name, few]) => {
    const [of500, of5000] = [500, 5000].map((nReference) => choiceInWords(preset, { ...few, nReference }));
    return of500 === of5000
      ? [`- ${name}: ${of500}`]
      : [`- ${name}, 500 reference rows: ${of500}`, `- ${name}, 5,000 reference rows: ${of5000}`];
  });
  return [`### Preset ${code(preset.name)}`, plain(preset.says), choices.join('\n')].join('\n\n');
}

export function presetSections(): string {
  return listPresets().map(section).join('\n\n');
}
