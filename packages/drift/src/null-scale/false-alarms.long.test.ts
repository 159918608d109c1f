/**
 * How often windows without drift raise an alarm: 1,000 independent pairs of reference and current for every kind of
 * feature, size and distance, 4,000 where the law is in closed form. Nominal 5 % must stay within 3–7 %, or the state must
 * be `too few rows`. Writes the table to docs/false-alarms.md. `pnpm test:long`.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { afterAll, describe, expect, test } from 'vitest';
import { compare } from '../compare.ts';
import { isDriftError } from '../errors.ts';
import type { ChosenTest } from '../presets/preset.ts';
import type { Sample } from '../samples/sample.ts';
import { countAlarms, featureKinds, isNumericKind, windowsWithoutDrift } from '../testing/no-drift.ts';
import type { AlarmCount, FeatureKind } from '../testing/no-drift.ts';
import { assess } from '../verdict/assess.ts';
import { nullScale } from './null-scale.ts';

const sizes = [
  [30, 30],
  [30, 1000],
  [100, 100],
  [300, 300],
  [1000, 1000],
  [10_000, 100],
  [10_000, 10_000],
] as const;

/** An alarm, none, or undefined for too few rows. */
type Judge = (reference: Sample, current: Sample, window: number) => boolean | undefined;

interface Row {
  name: string;
  numbersOnly?: boolean;
  judge: Judge;
  /** For comparison only: what is held to no bound. */
  shown?: boolean;
}

/** Fewer draws than the default 999: over many windows the shares are the same. */
const draws = 99;

function byNullScale(chosen: ChosenTest): Judge {
  return (reference, current, seed) => {
    const scale = nullScale(chosen, reference, current, { draws, seed });
    if (isDriftError(scale) && scale.error !== 'too few rows') {
      throw new Error(scale.message);
    }
    return isDriftError(scale) ? undefined : scale.comparison.value > scale.limit.value;
  };
}

const rows: Row[] = [
  {
    name: 'verdict of `assess`: KS or χ²',
    judge: (reference, current) => {
      const { state } = assess(reference, current);
      return state === 'too few rows' ? undefined : state === 'drift';
    },
  },
  ...(['psi', 'kullback-leibler', 'hellinger', 'bhattacharyya', 'total-variation', 'l-infinity'] as const).map(
    (name) => ({ name: `\`${name}\``, judge: byNullScale({ test: name }) })
  ),
  {
    name: '`jensen-shannon`, quantile bins',
    judge: byNullScale({ test: 'jensen-shannon', options: { rule: 'quantile' } }),
  },
  {
    name: '`jensen-shannon`, 64 bins',
    numbersOnly: true,
    judge: byNullScale({ test: 'jensen-shannon', options: { method: 'hist' } }),
  },
  { name: '`wasserstein`', numbersOnly: true, judge: byNullScale({ test: 'wasserstein' }) },
  { name: '`energy`', numbersOnly: true, judge: byNullScale({ test: 'energy' }) },
  {
    name: 'for comparison: PSI over 0.1',
    shown: true,
    judge: (reference, current) => {
      const psi = compare('psi', reference, current);
      return !isDriftError(psi) && psi.value > 0.1;
    },
  },
  {
    name: 'for comparison: χ² of PSI at any size',
    shown: true,
    judge: (reference, current) => {
      const scale = nullScale({ test: 'psi' }, reference, current, { method: 'asymptotic' });
      return isDriftError(scale) ? undefined : scale.comparison.value > scale.limit.value;
    },
  },
];

const kindNames: Record<FeatureKind, string> = {
  bell: 'normal',
  skew: 'log-normal, σ = 1.5',
  ties: 'normal, rounded: about 20 values',
  three: '3 equal categories',
  twelve: '12 categories, 29 % … 4 %',
};

/** Fewer judged windows than this say nothing of a share. */
const leastJudged = 200;

/** What was counted for one kind, by row and size. */
type Counts = Record<string, AlarmCount>;

const root = new URL('../../../../', import.meta.url);

/** Kept from run to run, so that `-t bell` or `-t wasserstein` counts these anew and leaves the others as they were. */
function keptFile(kind: FeatureKind): URL {
  return new URL(`.cache/false-alarms/${kind}.json`, root);
}

function key(row: Row, [n, m]: readonly [number, number]): string {
  return [row.name, n, m].join('|');
}

function count(row: Row, kind: FeatureKind, size: readonly [number, number]): AlarmCount {
  const seed = 1000 * featureKinds.indexOf(kind) + size[0] + size[1];
  const began = Date.now();
  const first = countAlarms(windowsWithoutDrift(kind, size, { windows: 50, seed }), row.judge);
  const milliseconds = (Date.now() - began) / 50;
  const windows = milliseconds < 4 || first.tooFew === 50 ? 4000 : 1000;
  return countAlarms(windowsWithoutDrift(kind, size, { windows, seed }), row.judge);
}

function cell({ share, tooFew, windows }: AlarmCount): string {
  if (windows - tooFew < leastJudged) {
    return 'too few rows';
  }
  const few = tooFew > windows / 100 ? `, ${Math.round((100 * tooFew) / windows)} % too few` : '';
  return `${(100 * share).toFixed(1)} %${few}`;
}

function rowsOf(kind: FeatureKind): Row[] {
  return rows.filter(({ numbersOnly }) => !numbersOnly || isNumericKind(kind));
}

function table(kind: FeatureKind, counts: Counts): string {
  const lines = rowsOf(kind).map((row) => {
    const cells = sizes.map((size) => {
      const result = counts[key(row, size)];
      return result ? cell(result) : '';
    });
    return `| ${row.name} | ${cells.join(' | ')} |`;
  });
  const head = sizes.map(([n, m]) => `${n} v ${m}`);
  return [
    `## ${kindNames[kind]}`,
    '',
    `| | ${head.join(' | ')} |`,
    `| --- |${' ---: |'.repeat(sizes.length)}`,
    ...lines,
    '',
  ].join('\n');
}

const intro = `# False alarms without drift

Made by \`pnpm test:long\`: the share of windows flagged at nominal 5 % when nothing has drifted. Reference and current of
every window are drawn anew from one law: 1,000 windows a cell (standard error 0.7 points), 4,000 where that is cheap (0.35
points). Limits are those of \`nullScale\`, by default (\`auto\`, here with ${draws} draws); the first row is the verdict of
\`assess\` with its default tests. Every share is within 3–7 %, or the state is \`too few rows\`; the last two rows are
there for comparison, and are what others do.
`;

function kept(kind: FeatureKind): Counts {
  return existsSync(keptFile(kind)) ? JSON.parse(readFileSync(keptFile(kind), 'utf8')) : {};
}

/** The page, as soon as every cell of every kind has been counted. */
function writePage(): void {
  if (featureKinds.every((kind) => Object.keys(kept(kind)).length === rowsOf(kind).length * sizes.length)) {
    const tables = featureKinds.map((kind) => table(kind, kept(kind)));
    writeFileSync(new URL('docs/false-alarms.md', root), [intro, ...tables].join('\n'));
  }
}

describe.each(featureKinds)('%s', (kind) => {
  const counts: Counts = {};
  afterAll(() => {
    mkdirSync(new URL('./', keptFile(kind)), { recursive: true });
    writeFileSync(keptFile(kind), JSON.stringify({ ...kept(kind), ...counts }));
    writePage();
  });
  describe.each(rowsOf(kind))('$name', (row) => {
    test.each(sizes)('%i v %i rows', (...size) => {
      const result = count(row, kind, size);
      counts[key(row, size)] = result;
      if (!row.shown && result.windows - result.tooFew >= leastJudged) {
        expect(result.share).toBeGreaterThanOrEqual(0.03);
        expect(result.share).toBeLessThanOrEqual(0.07);
      }
    });
  });
});
