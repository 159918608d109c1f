import type { Dialect } from '../catalogue/meaning.ts';
import type { DiagnosisState } from './diagnosis.ts';
import { dialects, inferences, info, REFERENCE, schedule, series } from './evidence-fixtures.ts';
import type { Evidence } from './evidence.ts';

/** Evidence for tests: what is changed about a healthy model so that one state is found, and in which words. */

export interface StateCase {
  state: DiagnosisState;
  what: string;
  on: readonly Dialect[];
  change: (dialect: Dialect) => Partial<Evidence>;
  sentence: RegExp;
}

export const cases: readonly StateCase[] = [
  {
    state: 'half-written rows',
    what: 'tags count more rows than are stored',
    on: ['python'],
    change: () => ({ info: info(1590) }),
    sentence: /The tags of m count 1,600 rows but only 1,590 are stored/,
  },
  {
    state: 'no data yet',
    what: 'the service does not know the model',
    on: dialects,
    change: () => ({ info: undefined, tags: [], schedules: [], published: [], models: ['credit', 'fraud'] }),
    sentence: /TrustyAI knows no data of m; it knows credit and fraud\./,
  },
  {
    state: 'no data yet',
    what: 'only reference rows',
    on: dialects,
    change: () => ({ info: info(1000), tags: [REFERENCE], published: [] }),
    sentence: /m has 1,000 reference rows and no inference yet/,
  },
  {
    state: 'no data yet',
    what: 'rows uploaded without a tag',
    on: ['java'],
    change: () => ({ info: info(3), tags: [{ name: '', rows: 3, kind: 'untagged' }], schedules: [], published: [] }),
    sentence: /m has 0 reference rows, 3 untagged rows that count for nothing and no inference yet/,
  },
  {
    state: 'no data yet',
    what: 'the service cannot read the model',
    on: dialects,
    change: () => ({ info: info(0, 'file is locked'), tags: [], published: [] }),
    sentence: /TrustyAI cannot read the data of m: file is locked/,
  },
  {
    state: 'unknown column',
    what: 'a renamed column',
    on: ['python'],
    change: () => ({ schedules: [schedule('python', 's1', 'ks', { features: ['a', 'x-0'] })] }),
    sentence: /Kolmogorov-Smirnov "nightly" asks for x-0 \(now Age\), and m has no such column: its values are frozen/,
  },
  {
    state: 'unknown column',
    what: 'the mean of a column that is gone',
    on: dialects,
    change: (dialect) => ({ schedules: [schedule(dialect, 's2', 'mean', { features: ['nope'] })], published: [] }),
    sentence: /Mean "nightly" asks for nope, and m has no such column: it (is never computed|fails and ends the tick)/,
  },
  {
    state: 'unknown tag',
    what: 'no row carries the tag',
    on: dialects,
    change: (dialect) => ({
      schedules: [schedule(dialect, 's1', 'ks', { referenceTag: 'NOSUCH' })],
      published: [],
    }),
    sentence: /compares with the reference NOSUCH, which no row of m has; it has TRAINING\./,
  },
  {
    state: 'schedule lost',
    what: 'wanted and not listed',
    on: dialects,
    change: () => ({
      wanted: [
        { model: 'm', metric: 'ks', batchSize: 600 },
        { model: 'm', metric: 'compare-means', referenceTag: 'TRAINING', batchSize: 500 },
        { model: 'other', metric: 'spd' },
      ],
    }),
    sentence: /^A schedule of Compare means with TRAINING over 500 rows is wanted for m, and TrustyAI lists none\./,
  },
  {
    state: 'schedule lost',
    what: 'Prometheus has values of schedules that are gone',
    on: dialects,
    change: () => ({
      metric: 'ks',
      schedules: [],
      published: [],
      history: { scraped: true, requests: ['old', 'older'] },
    }),
    sentence:
      /Prometheus has values of 2 schedules of Kolmogorov-Smirnov for m in this time range, and TrustyAI lists none/,
  },
  {
    state: 'not scheduled',
    what: 'nobody scheduled the metric',
    on: dialects,
    change: () => ({ metric: 'spd' }),
    sentence: /TrustyAI has no schedule of Statistical parity difference for m/,
  },
  {
    state: 'fewer than 2 rows',
    what: 'one row in the window',
    on: dialects,
    change: (dialect) => ({ schedules: [schedule(dialect, 's1', 'ks', { batchSize: 1 })] }),
    sentence: /Kolmogorov-Smirnov "nightly" has 1 row in its window: a test needs 2/,
  },
  {
    state: 'fewer than 2 rows',
    what: 'one reference row',
    on: dialects,
    change: () => ({ tags: [{ ...REFERENCE, rows: 1 }, inferences(1599)] }),
    sentence: /has 1 row in its reference: a test needs 2/,
  },
  {
    state: 'no inference since restart',
    what: 'Python: schedules, and not one value of the model',
    on: ['python'],
    change: () => ({ published: [] }),
    sentence: /m has 600 inferences and 1 schedule, and none has a value: after a restart/,
  },
  {
    state: 'no inference since restart',
    what: 'Java: schedules of a model that it does not list',
    on: ['java'],
    change: () => ({ info: undefined, tags: [], published: [] }),
    sentence: /TrustyAI lists no data of m, though it has 1 schedule of it: after a restart/,
  },
  {
    state: 'tick stopped',
    what: 'the gauge is behind and a schedule waits',
    on: ['java'],
    change: () => ({ info: info(1650), published: [] }),
    sentence:
      /its gauge counts 1,600 of 1,650 rows and 1 of 1 schedule without a value; most likely one schedule fails/,
  },
  {
    state: 'tick stopped',
    what: 'the gauge stands while rows come',
    on: ['java'],
    change: () => ({ info: info(1650), history: { scraped: true, observationsGrew: 0, frozen: true } }),
    sentence: /its gauge counts 1,600 of 1,650 rows; most likely/,
  },
  {
    state: 'tick stopped',
    what: 'several schedules wait though an older one is published',
    on: ['java'],
    change: () => ({ schedules: ['s1', 's2', 's3'].map((id) => schedule('java', id)) }),
    sentence: /2 of 3 schedules without a value/,
  },
  {
    state: 'tick stopped',
    what: 'MMD with too small a reference',
    on: ['java'],
    change: () => ({
      tags: [{ ...REFERENCE, rows: 169 }, inferences(1431)],
      schedules: [schedule('java', 's1'), schedule('java', 's2', 'mmd')],
    }),
    sentence:
      /Maximum mean discrepancy "nightly" needs 170 reference rows and has 169, so it fails, which ends the tick/,
  },
  {
    state: 'label set clash',
    what: 'a name where the others have none',
    on: ['java'],
    change: () => ({
      schedules: [schedule('java', 's2')],
      published: [series('java', 'other', 'ks', { model: 'other', requestName: undefined })],
    }),
    sentence: /it has a name and the series there have none/,
  },
  {
    state: 'label set clash',
    what: 'no name where the others have one',
    on: ['java'],
    change: () => ({
      schedules: [schedule('java', 's1'), schedule('java', 's2', 'ks', { requestName: undefined })],
    }),
    sentence: /^Kolmogorov-Smirnov s2 has no value for m: it has no name and the series there have one/,
  },
  {
    state: 'label set clash',
    what: 'Python: others of the metric are published',
    on: ['python'],
    change: () => ({
      schedules: [schedule('python', 's1'), schedule('python', 's2', 'ks', { requestName: undefined })],
    }),
    sentence: /^Kolmogorov-Smirnov s2 has no value for m: others do, so most likely/,
  },
  {
    state: 'label set clash',
    what: 'Python: a value without a feature holds the name',
    on: ['python'],
    change: () => ({
      schedules: [schedule('python', 's1', 'compare-means'), schedule('python', 's2')],
      published: [series('python', 's1', 'compare-means')],
      featureless: ['trustyai_kstest'],
    }),
    sentence: /a value without a feature is published there/,
  },
  {
    state: 'not published yet',
    what: 'made since the last tick',
    on: dialects,
    change: (dialect) => ({ schedules: [schedule(dialect, 's1'), schedule(dialect, 's2', 'mean')] }),
    sentence: /m has no value yet of Mean "nightly"\./,
  },
  {
    state: 'not published yet',
    what: 'Python 0.30 never computes drift',
    on: ['python'],
    change: () => ({ computesNoDrift: true, published: [] }),
    sentence: /no value yet of Kolmogorov-Smirnov "nightly": Python 0\.30 takes schedules of drift metrics/,
  },
  {
    state: 'published, not scraped',
    what: 'Prometheus has nothing',
    on: dialects,
    change: () => ({ metric: 'ks', history: { scraped: false } }),
    sentence: /TrustyAI publishes 1 value of Kolmogorov-Smirnov for m, and Prometheus has none/,
  },
  {
    state: 'stale',
    what: 'rows came and the value stands',
    on: dialects,
    change: () => ({ metric: 'ks', history: { scraped: true, frozen: true, observationsGrew: 400 } }),
    sentence: /Kolmogorov-Smirnov for m did not change in this time range although 400 rows came/,
  },
  {
    state: 'reference rows in the window',
    what: 'fewer inferences than the window',
    on: ['python'],
    change: () => ({ schedules: [schedule('python', 's1', 'ks', { batchSize: 1500 })] }),
    sentence: /The window of 1,500 rows is larger than the 600 inferences of m: it holds 900 reference rows too/,
  },
  {
    state: 'window too short',
    what: 'MMD with fewer current rows than its own window',
    on: ['java'],
    change: () => ({
      schedules: [schedule('java', 's1', 'mmd', { batchSize: 100 })],
      published: [series('java', 's1', 'mmd')],
    }),
    sentence: /Fourier MMD for m has 100 current rows, fewer than its own window of 168/,
  },
  {
    state: 'tags paired with wrong rows',
    what: 'KS beyond the batch limit',
    on: ['java'],
    change: () => ({ info: info(6100), observationsGauge: 6100 }),
    sentence: /m holds 6,100 rows.* among the last 5,000.* The numbers of the KS test are unreliable\./,
  },
  {
    state: 'tags paired with wrong rows',
    what: 'a fitted metric beyond the batch limit',
    on: ['java'],
    change: () => ({
      info: info(6100),
      observationsGauge: 6100,
      schedules: [schedule('java', 's1', 'compare-means')],
      published: [series('java', 's1', 'compare-means')],
    }),
    sentence: /Schedules of this metric are right only if they were made before\./,
  },
];
