import { format, resolveConfig } from 'prettier';
import { declaredOptions } from './declared-options.ts';
import { adjustments, binRules, dataSetRules, emptyBins, qualityChecks, states } from './explained.ts';
import { code, table } from './markdown.ts';
import { presetOverview, presetSections } from './presets-of-tools.ts';
import { binOptionTable, testSections, testsOverview } from './tests-of-compare.ts';

function explained(head: readonly string[], rows: Readonly<Record<string, string | readonly string[]>>): string {
  return table(
    head,
    Object.entries(rows).map(([name, says]) => [code(name), ...(typeof says === 'string' ? [says] : says)])
  );
}

/** The generated parts of the page, by the name in their markers. */
const parts: Readonly<Record<string, () => string>> = {
  'tests at a glance': testsOverview,
  'test by test': testSections,
  'bin rules': () => explained(['rule', 'edges', 'source'], binRules),
  'bin options': binOptionTable,
  'empty bins': () => explained(['emptyBins', 'does', 'as'], emptyBins),
  'null scale options': () => declaredOptions('NullScaleOptions'),
  states: () => explained(['state', 'means'], states),
  'assess options': () => declaredOptions('AssessOptions'),
  'measure options': () => declaredOptions('MeasureOptions'),
  'pair options': () => declaredOptions('PairOptions'),
  adjustments: () => explained(['adjustment', 'of k features the i-th smallest p', 'bounds', 'source'], adjustments),
  'data-set rules': () => explained(['by', 'looks at'], dataSetRules),
  'presets at a glance': presetOverview,
  'preset by preset': presetSections,
  'mean and deviation options': () => declaredOptions('MeanAndDeviationOptions'),
  'quantile options': () => declaredOptions('QuantileLimitOptions'),
  'cusum options': () => declaredOptions('CusumOptions'),
  'page-hinkley options': () => declaredOptions('PageHinkleyOptions'),
  'adwin options': () => declaredOptions('AdwinOptions'),
  'quality checks': () => explained(['check', 'looks at', 'limit'], qualityChecks),
  'quality options': () => declaredOptions('QualityOptions'),
  'calibration options': () => declaredOptions('CalibrationOptions'),
  'estimate options': () => declaredOptions('EstimateOptions'),
};

const marker = /<!-- generated: (.+?) -->\n[^]*?<!-- end of generated -->/g;

/**
 * The page with its generated parts made anew; what stands between them is written by hand and stays. Throws where a
 * part has no place in the page, or a place no part.
 */
export async function renewed(page: string, path: string): Promise<string> {
  const placed = new Set<string>();
  const filled = page.replaceAll(marker, (_, name: string) => {
    const part = parts[name];
    if (!part) {
      throw new Error(`${path} asks for "${name}", which nothing generates.`);
    }
    placed.add(name);
    return `<!-- generated: ${name} -->\n\n${part()}\n\n<!-- end of generated -->`;
  });
  const unplaced = Object.keys(parts).filter((name) => !placed.has(name));
  if (unplaced.length > 0) {
    throw new Error(`${path} has no place for ${unplaced.join(', ')}: add <!-- generated: NAME --> with its end.`);
  }
  return format(filled, { ...(await resolveConfig(path)), filepath: path });
}
