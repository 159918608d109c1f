import { binOptions } from '../../src/description.ts';
import { listTests } from '../../src/index.ts';
import type { OptionDescription, TestDescription } from '../../src/index.ts';
import { code, codes, plain, table } from './markdown.ts';

function bound(x: number): string {
  if (Math.abs(x) === Infinity) {
    return x > 0 ? '∞' : '−∞';
  }
  return String(Number(x.toPrecision(4))).replace('-', '−');
}

function range({ range: [least, greatest] }: TestDescription): string {
  return `${bound(least)} … ${bound(greatest)}`;
}

const directions = { high: 'high', low: 'low', 'two-sided': 'either way' } as const;

function isBinOption(option: OptionDescription): boolean {
  return binOptions.includes(option);
}

function takenValues({ takes }: OptionDescription): string {
  return typeof takes === 'string' ? takes : codes(takes);
}

/** The options by themselves; those of all tests over bins in one row, which points to their own section. */
function optionTable(options: readonly OptionDescription[]): string {
  if (options.length === 0) {
    return 'No options.';
  }
  const shared = options.filter(isBinOption).map(({ name }) => name);
  const rows = options
    .filter((option) => !isBinOption(option))
    .map((option) => [
      code(option.name),
      takenValues(option),
      option.default === undefined ? 'none' : code(option.default),
      option.says,
    ]);
  const ofBins = [codes(shared), 'see [Bins](#bins)', 'as there', 'how raw numbers are counted'];
  return table(['option', 'takes', 'default', 'is'], shared.length > 0 ? [...rows, ofBins] : rows);
}

function section(test: TestDescription): string {
  const facts = [
    ['formula', code(test.formula)],
    ['range', range(test)],
    ['drift is', directions[test.direction]],
    ['takes', test.takes.join(', ')],
    ['needs', plain(test.needs)],
    ['p-value', test.pValue ?? 'none of its own; see [the scale without drift](#the-scale-without-drift)'],
    ['grows with the rows', test.growsWithRows ? 'yes: one limit does not fit all sizes' : 'no'],
    ['source', plain(test.source)],
  ];
  const says = `${test.says.charAt(0).toUpperCase()}${test.says.slice(1)}.`;
  return [
    `### ${test.title}`,
    `${code(test.name)}. ${says}`,
    facts.map(([name, text]) => `- ${name}: ${text}`).join('\n'),
    optionTable(test.options),
  ].join('\n\n');
}

/** Letters and digits as GitHub makes an anchor of a heading. */
function anchor(title: string): string {
  return title
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{M}\p{Nd} _-]/gu, '')
    .replaceAll(' ', '-');
}

/** The formula without what its letters stand for. */
function shortFormula({ formula }: TestDescription): string {
  return formula.split(/, (?![^(]*\))|: /)[0] ?? formula;
}

export function testsOverview(): string {
  return table(
    ['name', 'title', 'formula', 'range', 'drift is', 'p-value', 'takes', 'grows with rows'],
    listTests().map((test) => [
      code(test.name),
      `[${test.title}](#${anchor(test.title)})`,
      code(shortFormula(test)),
      range(test),
      directions[test.direction],
      test.pValue === undefined ? 'no' : 'yes',
      test.takes.join(', '),
      test.growsWithRows ? 'yes' : 'no',
    ])
  );
}

export function testSections(): string {
  return listTests().map(section).join('\n\n');
}

export function binOptionTable(): string {
  return table(
    ['option', 'takes', 'default', 'is'],
    binOptions.map((option) => [
      code(option.name),
      takenValues(option),
      option.default === undefined ? 'none' : code(option.default),
      option.says,
    ])
  );
}
