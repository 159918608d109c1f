import type { State } from '@soundcheck/drift';
import type { Tone } from '../report/report.ts';
import { listNames, type Formats } from './format.ts';
import type { AnalysisSettings } from './settings.ts';

/** What the verdict needs to know of a feature. */
export interface Finding {
  feature: string;
  state: State;
  /** " since Sat 12:00", " over the whole time range", or empty where the data has no time. */
  when: string;
  /** "because 40–50 fell from 21 % to 9 %"; empty where the rows do not tell. */
  because: string;
}

export interface Headline {
  tone: Tone;
  text: string;
}

/** How the verdict is worded. */
export interface HeadlineWords {
  formats: Formats;
  texts: AnalysisSettings['texts'];
  /** `possible` means past a milder limit of a preset, not chance among many features. */
  milder?: boolean;
}

const MOST_NAMES = 3;

/**
 * The verdict in words that need no statistics, or in those of the options.
 * @param findings all features, largest effect first
 */
export function headlineOf(
  findings: readonly Finding[],
  { formats, texts: { drift, calm }, milder }: HeadlineWords
): Headline {
  const ours = ourHeadline(findings, formats, milder === true);
  const template = ours.tone === 'drift' ? drift : ours.tone === 'calm' ? calm : '';
  return template.trim() === '' ? ours : { tone: ours.tone, text: filled(template, findings, formats) };
}

/** {drifted}, {judged}, {top}, {since} and {because} in a sentence of the user's; other braces stay as they are. */
function filled(template: string, findings: readonly Finding[], formats: Formats): string {
  const drifted = findings.filter(({ state }) => state === 'drift');
  const judged = findings.filter(({ state }) => state === 'drift' || state === 'possible' || state === 'no drift');
  const [top] = drifted;
  const parts: Record<string, string> = {
    drifted: formats.count(drifted.length),
    judged: formats.count(judged.length),
    top: top?.feature ?? '',
    since: (top?.when ?? '').replace(/^ since (its first number at )?/, '').trim(),
    because: (top?.because ?? '').replace(/^because /, ''),
  };
  return template.replace(/\{(drifted|judged|top|since|because)\}/g, (_, name: string) => parts[name] ?? '').trim();
}

function ourHeadline(findings: readonly Finding[], formats: Formats, milder: boolean): Headline {
  const { plural, count } = formats;
  const inState = (...states: State[]) => findings.filter(({ state }) => states.includes(state));
  const drifted = inState('drift');
  const possible = inState('possible');
  const judged = inState('drift', 'possible', 'no drift');
  const skipped = skippedWords(findings, formats);
  const [top] = drifted;
  if (top) {
    const others = drifted.slice(1).map(({ feature }) => feature);
    const because = top.because ? `, ${top.because}` : '';
    const rest = others.length > 0 ? `; also ${listNames(others, MOST_NAMES)}` : '';
    const of =
      drifted.length === judged.length && judged.length === 1
        ? '1 feature'
        : `${count(drifted.length)} of ${plural(judged.length, 'feature')}`;
    return { tone: 'drift', text: `${of} drifted: ${top.feature}${top.when}${because}${rest}.${skipped}` };
  }
  if (possible.length > 0) {
    const names = listNames(
      possible.map(({ feature }) => feature),
      MOST_NAMES
    );
    const why =
      judged.length === 1 ? 'chance explains it' : `with ${count(judged.length)} features chance explains that`;
    return {
      tone: 'possible',
      text: milder
        ? `No drift. Possible in ${names}: past the milder limit, within the other.${skipped}`
        : `No confirmed drift. Possible in ${names}: over the limit, but ${why}.${skipped}`,
    };
  }
  if (judged.length > 0) {
    return {
      // Data that stopped is no calm: drift never hides an outage.
      tone: inState('no data').length > 0 ? 'possible' : 'calm',
      text: `No drift: ${judged.length === 1 ? 'the feature is' : `all ${count(judged.length)} features are`} within the limit.${skipped}`,
    };
  }
  return { tone: 'unknown', text: unjudgedWords(findings, formats) };
}

/** What was left out of "k of n", so that n is never a riddle. */
function skippedWords(findings: readonly Finding[], formats: Formats): string {
  const count = (state: State) => findings.filter((finding) => finding.state === state).length;
  const parts = [
    [count('too few rows'), 'with too few rows'],
    [count('no data'), 'without data'],
    [count('unknown scale'), 'without a known scale or limit'],
  ] as const;
  const words = parts.filter(([n]) => n > 0).map(([n, what]) => `${formats.count(n)} ${what}`);
  return words.length > 0 ? ` Not judged: ${words.join(', ')}.` : '';
}

function unjudgedWords(findings: readonly Finding[], formats: Formats): string {
  const all = (state: State) => findings.length > 0 && findings.every((finding) => finding.state === state);
  if (all('no data')) {
    return 'No verdict: no feature has a number in this time range.';
  }
  if (all('too few rows')) {
    return `No verdict yet: too few rows to judge ${formats.plural(findings.length, 'feature')}.`;
  }
  if (all('unknown scale')) {
    return `No verdict: it is not known from which value on ${findings.length === 1 ? 'this number means' : 'these numbers mean'} drift.`;
  }
  return `No verdict.${skippedWords(findings, formats)}`;
}
