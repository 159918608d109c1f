import { isDriftError, persistsOverTime, seededRandom } from '@soundcheck/drift';
import type { TimedPoint } from '@soundcheck/drift';
import { describe, expect, it } from 'vitest';
import { oneMonitor } from '../testing/one-monitor.ts';
import { published, rowsGauge } from '../testing/published.ts';
import { hasPromtool, promtoolReport } from '../testing/promtool.ts';
import type { RuleTest } from '../testing/promtool.ts';
import { planOfText } from '../testing/read-plan.ts';
import { rulesOf } from './rules.ts';

const STEP = 60_000;
const LABELS = '{namespace="ns",model="m",feature="a",metric="ks",value_is="ks_d"}';

function exprOf(persistence: string): string {
  const [rule] = rulesOf(planOfText(oneMonitor(['metric: ks', `persistence: ${persistence}`])));
  return rule?.expr ?? '';
}

/** One number a quarter of a step, never on its bounds; now and then a step or a number is missing. */
function randomPoints(seed: number, steps: number): Array<TimedPoint & { written: string }> {
  const random = seededRandom(seed);
  let over = false;
  return Array.from({ length: steps * 4 }, (_, i) => {
    over = random.below(6) === 0 ? !over : over;
    const missing = i % 4 === 0 || random.below(3) === 0;
    const time = i * (STEP / 4);
    return { time, over: missing ? null : over, written: missing ? '_' : over ? '0.4' : '0.01' };
  });
}

/** The rule at the end of each step, and half a step later, against the library's definition. */
function againstLibrary(seed: number, persistence: { need: number; of: number }): RuleTest {
  const steps = 40;
  const points = randomPoints(seed, steps);
  const { need, of } = persistence;
  const told = points.filter(({ over }) => over !== null);
  const verdicts = persistsOverTime(told, { need, of, every: STEP }, [0, steps * STEP]);
  const expr = exprOf(`{ need: ${String(need)}, of: ${String(of)}, every: 1m }`);
  // Where no step in reach has a number, the rule gives nothing, which is no alert either.
  const on = `(${expr}) == 1 or vector(0)`;
  return {
    name: `${String(need)} of ${String(of)}`,
    interval: '15s',
    input_series: [
      { series: published('ks', 'python') ?? '', values: points.map(({ written }) => written).join(' ') },
      { series: rowsGauge(), values: `9000x${String(steps * 4)}` },
    ],
    promql_expr_test: (isDriftError(verdicts) ? [] : verdicts).flatMap((verdict) =>
      [0, 29].map((later) => ({
        expr: `max(${on})`,
        eval_time: `${String(verdict.end / 1000 + later)}s`,
        exp_samples: [{ labels: '{}', value: verdict.on ? 1 : 0 }],
      }))
    ),
  };
}

describe.skipIf(!hasPromtool)('persistence, by promtool', () => {
  it('is the one that panel and annotations use, whatever comes and is missing', () => {
    const tests = [
      { need: 1, of: 1 },
      { need: 3, of: 3 },
      { need: 2, of: 3 },
      { need: 3, of: 5 },
      { need: 1, of: 4 },
    ].map((persistence, seed) => againstLibrary(seed + 1, persistence));
    const values = tests.flatMap(({ promql_expr_test: all = [] }) =>
      all.flatMap(({ exp_samples: [one] }) => one?.value)
    );
    expect(values).toHaveLength(5 * 40 * 2);
    expect(values.filter((value) => value === 1).length).toBeGreaterThan(40);
    expect(promtoolReport([{ rules: '{"groups":[]}', tests }])).toBe('');
  });

  it('counts whole steps since the epoch: the moment of the evaluation changes nothing within a step', () => {
    const expr = exprOf('{ need: 3, of: 3, every: 1m }');
    // Over the limit from 3 min 15 s to 9 min: the first three steps with it end at 4, 5 and 6 minutes.
    const at: Array<[string, number]> = [
      ['5m', 0],
      ['5m59s998ms', 0],
      ['6m', 1],
      ['6m0s1ms', 1],
      ['6m30s', 1],
      ['6m59s998ms', 1],
      ['9m', 1],
      ['9m59s998ms', 1],
      ['10m', 0],
      ['10m0s1ms', 0],
    ];
    const test: RuleTest = {
      name: 'alignment',
      interval: '15s',
      input_series: [
        { series: published('ks', 'python') ?? '', values: '0.01x12 0.4x23 0.01x40' },
        { series: rowsGauge(), values: '9000x80' },
      ],
      promql_expr_test: at.map(([time, value]) => ({
        expr,
        eval_time: time,
        exp_samples: [{ labels: LABELS, value }],
      })),
    };
    expect(promtoolReport([{ rules: '{"groups":[]}', tests: [test] }])).toBe('');
  });
});
