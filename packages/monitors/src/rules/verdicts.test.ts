import { catalogueEntries } from '@soundcheck/query';
import type { Dialect, MetricKey } from '@soundcheck/query';
import { describe, expect, it } from 'vitest';
import { prometheusRules } from '../prometheus/rules-file.ts';
import { oneMonitor } from '../testing/one-monitor.ts';
import { hasPromtool, promtoolReport } from '../testing/promtool.ts';
import type { RuleTest } from '../testing/promtool.ts';
import { published, rowsGauge } from '../testing/published.ts';
import { planOfText } from '../testing/read-plan.ts';
import { scoreIn } from '../testing/scores.ts';

/** Each metric of each service through the rules as `render` writes them, judged by Prometheus itself, minute by minute. */

const GROUPS = 'fairness: { protectedAttribute: sex, privileged: 1, unprivileged: 0, outcome: y, favorable: 1 }';
const EXTRA: Partial<Record<MetricKey, string[]>> = {
  mmd: ['limit: { mmd2: 0.01, probability: 0.5 }'],
  spd: [GROUPS],
  dir: [GROUPS],
  mean: ['features: [a]', 'centre: 40', 'limit: 5'],
};

/** The group of the monitor alone: its companions have tests of their own. */
function verdictRules(metric: MetricKey): string {
  const plan = planOfText(oneMonitor([`metric: ${metric}`, ...(EXTRA[metric] ?? [])]));
  const [group] = prometheusRules(plan, 'ns').groups;
  return JSON.stringify({ groups: [group] });
}

/**
 * A minute a character, a number at its beginning and one at its middle: "q" without drift, "u" drift upwards, "d" downwards,
 * "0" exactly 0, "n" NaN, "_" nothing, "s" the series ends at its beginning, "h" drift upwards from its middle on.
 */
type Course = string;

interface Case {
  situation: string;
  courses: readonly [Course] | readonly [first: Course, madeAnew: Course];
  /** "#" where the alert fires at the beginning of that minute, "." where it does not. */
  verdict: string;
  /** Rows after the reference; 5,000 where absent. */
  rows?: number;
  only?: (metric: MetricKey, dialect: Dialect) => boolean;
}

const isP = (metric: MetricKey, dialect: Dialect) =>
  dialect === 'java' && ['ks', 'ks-approximate', 'compare-means'].includes(metric);
/** Twins of a mean are averaged: none speaks for drift more than the other. */
const noMean = (metric: MetricKey) => metric !== 'mean';

// prettier-ignore
const CASES: Case[] = [
  { situation: 'no drift',                       courses: ['qqqqqqqqqqqq'], verdict: '............' },
  { situation: 'up',                             courses: ['qqquuuuuuqqq'], verdict: '.....####...' },
  { situation: 'down',                           courses: ['qqqddddddqqq'], verdict: '.....####...' },
  { situation: 'a p-value of 0',                 courses: ['qqq000000qqq'], verdict: '.....####...', only: isP },
  { situation: 'shorter than three steps',       courses: ['qquuqquuqddq'], verdict: '............' },
  { situation: 'NaN',                            courses: ['nnnnnnnnnnnn'], verdict: '............' },
  { situation: 'NaN in between',                 courses: ['uuuunuuuuuuu'], verdict: '..##...#####' },
  { situation: 'one row too few',                courses: ['uuuuuuuuuuuu'], verdict: '............', rows: 499 },
  { situation: 'just enough rows',               courses: ['uuuuuuuuuuuu'], verdict: '..##########', rows: 500 },
  { situation: 'no series',                      courses: ['____________'], verdict: '............' },
  { situation: 'the series ends',                courses: ['uuuuus______'], verdict: '..####......' },
  { situation: 'made anew, both for a while',    courses: ['uuuuuuuus___', '_____uuuuuuu'], verdict: '..##########' },
  { situation: 'made anew at once',              courses: ['uuuuus______', '_____uuuuuuu'], verdict: '..##########' },
  { situation: 'made anew within a step',        courses: ['uuuuus______', '_____huuuuuu'], verdict: '..##########' },
  { situation: 'made anew after a step',         courses: ['uuuuus______', '______huuuuu'], verdict: '..####...###' },
  { situation: 'a calm twin hides nothing',      courses: ['uuuuuuuuuuuu', 'qqqqqqqqqqqq'], verdict: '..##########', only: noMean },
];

/** Cases follow each other on one Prometheus, with minutes between them in which nothing is published. */
const PAUSE = 's___';

/** What Prometheus calls a series when its schedule was made anew, in another pod, with a name. */
const ANEW = { request: 'r2', pod: 'p2', instance: 'i2', requestName: 'watch' };

function valuesOf(course: Course, metric: MetricKey, dialect: Dialect): string {
  const numbers = {
    q: String(scoreIn(metric, dialect, 'quiet')),
    u: String(scoreIn(metric, dialect, 'up')),
    d: String(scoreIn(metric, dialect, 'down')),
    '0': '0',
    n: 'NaN',
  };
  const others = { s: 'stale _', _: '_ _', h: `_ ${numbers.u}` };
  const minutes = new Map([
    ...Object.entries(numbers).map(([mark, number]) => [mark, `${number} ${number}`] as const),
    ...Object.entries(others),
  ]);
  return [...course].map((mark) => minutes.get(mark) ?? '').join(' ');
}

/** All cases that make sense for a metric of a service, one after the other. */
function testOf(metric: MetricKey, dialect: Dialect): RuleTest {
  const cases = CASES.filter(({ only }) => only?.(metric, dialect) ?? true);
  const nothing = '_'.repeat(12);
  const course = (i: 0 | 1) => cases.map(({ courses }) => `${courses[i] ?? nothing}${PAUSE}`).join('');
  const length = nothing.length + PAUSE.length;
  const rows = cases.map(({ rows: later = 5000 }) => `${String(5000 + later)}x${String(2 * length - 1)}`);
  return {
    name: `${metric} of ${dialect}`,
    interval: '30s',
    input_series: [
      { series: published(metric, dialect) ?? '', values: valuesOf(course(0), metric, dialect) },
      { series: published(metric, dialect, ANEW) ?? '', values: valuesOf(course(1), metric, dialect) },
      { series: rowsGauge(), values: rows.join(' ') },
    ],
    promql_expr_test: cases.flatMap(({ situation, verdict }, i) =>
      [...verdict].map((mark, minute) => {
        const said = `${metric} of ${dialect}, ${situation}, minute ${String(minute)}`;
        return {
          expr: `label_replace(count(ALERTS{alertname="m-datadrift-watch",alertstate="firing"}) or vector(0),"case","${said}","","")`,
          eval_time: `${String(i * length + minute)}m`,
          exp_samples: [{ labels: `{case="${said}"}`, value: mark === '#' ? 1 : 0 }],
        };
      })
    ),
  };
}

const DIALECTS: readonly Dialect[] = ['java', 'python'];
const METRICS = catalogueEntries.map(({ key }) => key);

describe.skipIf(!hasPromtool)('verdicts of the rules, by promtool', () => {
  it('each metric of each service fires when it should and only then', () => {
    const files = METRICS.map((metric) => ({
      rules: verdictRules(metric),
      evaluation: '1m',
      tests: DIALECTS.filter((dialect) => published(metric, dialect) !== undefined).map((dialect) =>
        testOf(metric, dialect)
      ),
    }));
    expect(files.flatMap(({ tests }) => tests)).toHaveLength(15);
    expect(promtoolReport(files)).toBe('');
  });
});
