import {
  assessQuality,
  type QualityCheck,
  type QualityFinding,
  type Sample,
  type SampleDescription,
} from '@soundcheck/drift';
import type { QualityRow } from '../../report/quality.ts';
import type { Formats } from '../format.ts';

/** Both sides of a feature as its quality is looked at. */
export interface QualitySides {
  feature: string;
  reference: Sample;
  current: Sample;
  described: { reference: SampleDescription; current: SampleDescription };
  /** Cells of text in a numeric column. */
  unreadable: number;
}

/** What is worst for a verdict first. */
const SEVERITY: readonly QualityCheck[] = [
  'row-count',
  'type',
  'constant',
  'missing',
  'unseen',
  'vanished',
  'infinite',
  'out-of-range',
  'duplicates',
];

const LOOKED_AT: Record<QualityCheck, string> = {
  'row-count': 'rows',
  type: 'type',
  constant: 'constant',
  missing: 'missing values',
  unseen: 'new categories',
  vanished: 'vanished categories',
  infinite: 'infinite values',
  'out-of-range': 'range',
  duplicates: 'repeated values',
};

/** What is wrong with a feature's data, beside any drift. */
export function qualityRow(sides: QualitySides, formats: Formats): QualityRow {
  const { feature, reference, current, described, unreadable } = sides;
  const found = assessQuality(reference, current);
  const broken = found
    .filter(({ state }) => state === 'broken')
    .sort((a, b) => SEVERITY.indexOf(a.check) - SEVERITY.indexOf(b.check))
    .map((one) => ({ mark: markOf(one, formats), sentence: sentenceOf(one.sentence) }));
  const unread =
    unreadable > 0
      ? [
          {
            mark: `${formats.count(unreadable)} unreadable`,
            sentence: `${formats.plural(unreadable, 'cell')} of text in a column of numbers ${unreadable === 1 ? 'counts' : 'count'} as missing.`,
          },
        ]
      : [];
  return {
    feature,
    nReference: described.reference.n,
    nCurrent: described.current.n,
    missingReference: missingShare(described.reference),
    missingCurrent: missingShare(described.current),
    broken: [...unread, ...broken],
    checked: `Looked at: ${found.map(({ check }) => LOOKED_AT[check]).join(', ')}.`,
  };
}

/** Of a feature that has one side only: its counts, nothing to hold them against. */
export function oneSidedQuality(feature: string, [n, m]: readonly [number, number]): QualityRow {
  return {
    feature,
    nReference: n,
    nCurrent: m,
    missingReference: NaN,
    missingCurrent: NaN,
    broken: [
      n > 0
        ? { mark: 'no current', sentence: 'There are no current rows of this feature.' }
        : { mark: 'no reference', sentence: 'There is no reference of this feature.' },
    ],
    checked: 'Not looked at: quality is held against the reference, so both sides are needed.',
  };
}

function missingShare({ n, missing }: SampleDescription): number {
  return n + missing > 0 ? missing / (n + missing) : NaN;
}

function sentenceOf(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

function markOf({ check, value, categories }: QualityFinding, { share, count }: Formats): string {
  switch (check) {
    case 'row-count':
      return 'no rows';
    case 'type':
      return `${share(value)} other type`;
    case 'constant':
      return 'constant';
    case 'missing':
      return `${share(value)} missing`;
    case 'unseen':
      return `${count(categories?.length ?? 0)} new`;
    case 'vanished':
      return `${count(value)} gone`;
    case 'infinite':
      return `${share(value)} infinite`;
    case 'out-of-range':
      return `${share(value)} out of range`;
    case 'duplicates':
      return `${share(value)} repeated`;
  }
}
