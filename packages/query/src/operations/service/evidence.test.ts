import { beforeAll, describe, expect, it } from 'vitest';
import type { Dialect } from '../../catalogue/meaning.ts';
import type { Reply } from '../../core/io.ts';
import { asRecord, asString } from '../../core/json.ts';
import type { DiagnosisState } from '../../diagnosis/diagnosis.ts';
import { runOver } from '../../drivers/exchange.ts';
import type { Exchange } from '../../drivers/exchange.ts';
import { readRecordings, recordedExchange, recordingsFolder } from '../../drivers/recordings.ts';
import type { Recording } from '../../drivers/recordings.ts';

const folder = recordingsFolder();
if (folder === undefined) {
  console.warn('SOUNDCHECK_RECORDINGS is not set: diagnoses of recorded replies are skipped.');
}

const MODEL = 'gaussian-credit-model';
const recordings: Partial<Record<Dialect, Recording[]>> = {};

function recorded(dialect: Dialect, name: string): Recording {
  const found = (recordings[dialect] ?? []).find((one) => one.name === name);
  if (found === undefined) {
    throw new Error(`No recording ${name} of ${dialect}`);
  }
  return found;
}

/** Python's own names where they are not those of the path. */
const OWN_NAMES: Readonly<Record<string, string>> = { meanshift: 'CompareMeans', identity: 'BatchMean' };

/** Lists by path as the service would give them: the recorded scheduling calls with the ids that were replied. */
function listsOf(dialect: Dialect, names: readonly string[]): Map<string, Reply> {
  const requests = names.map((name) => {
    const { request, reply } = recorded(dialect, name);
    const path = request.path.slice(0, -'/request'.length);
    const metric = path.slice(path.lastIndexOf('/') + 1);
    const id = asString(asRecord(JSON.parse(reply.body), 'reply')['requestId'], 'requestId');
    const body = asRecord(request.body, 'body');
    return dialect === 'java'
      ? { path: '/metrics/all', item: { id, request: { ...body, metricName: metric.toUpperCase() } } }
      : { path, item: { ...body, requestName: undefined, requestId: id, metricName: OWN_NAMES[metric] ?? metric } };
  });
  const listed = new Map<string, unknown[]>();
  for (const { path, item } of requests) {
    listed.set(path, [...(listed.get(path) ?? []), item]);
  }
  return new Map(
    [...listed].map(([path, items]) => [
      `${path}/requests`,
      { status: 200, contentType: 'application/json', body: JSON.stringify({ requests: items }) },
    ])
  );
}

const NOTHING: Reply = { status: 200, contentType: 'application/json', body: '{"requests":[]}' };

interface Play {
  /** Recordings that answer. */
  from: string[];
  /** Recorded scheduling calls whose schedules are listed. */
  schedules?: string[];
  /** Recorded lists by the path at which they are asked; with neither, the lists are recorded at their own paths. */
  lists?: Record<string, string>;
  /** Rows that `/info` is to state, where its reply was recorded at another time. */
  observations?: number;
  params?: Record<string, string>;
}

function service(dialect: Dialect, { from, schedules, lists = {}, observations }: Play): Exchange {
  const replay = recordedExchange(recordings[dialect] ?? [], [...from, 'openapi-json']);
  const made = listsOf(dialect, schedules ?? []);
  const ownLists = schedules === undefined && Object.keys(lists).length === 0;
  return async (request) => {
    if (request.path.endsWith('/requests') && !ownLists) {
      const name = lists[request.path];
      return name === undefined ? (made.get(request.path) ?? NOTHING) : recorded(dialect, name).reply;
    }
    const reply = await replay(request);
    return request.path === '/info' && observations !== undefined
      ? { ...reply, body: reply.body.replace(/"observations":\d+/, `"observations":${String(observations)}`) }
      : reply;
  };
}

async function diagnosed(dialect: Dialect, play: Play) {
  const input = { path: 'diagnosis', params: { model: MODEL, ...play.params } };
  const output = await runOver(service(dialect, play), 'resource', input, { settings: {}, now: 0 });
  return 'diagnoses' in output ? output.diagnoses : [];
}

type Row = [title: string, dialect: Dialect, play: Play, findings: Array<[DiagnosisState, RegExp]>];

const AT_600 = ['info-600', 'info-tags-600', 'q-metrics-scheduled'];
const RESTARTED = ['restart-info', 'restart-info-tags', 'restart-q-metrics'];
const FED = ['restart-info-after-feed', 'restart-info-tags-after-feed', 'restart-q-metrics-after-feed'];
const PYTHON_LISTS = ['comparemeans', 'kstest', 'ksteststreaming', 'approxkstest', 'jensenshannon', 'mmd', 'fouriermmd']
  .concat('batchmean')
  .map((metric) => `${metric}-requests`);
const TICKING = ['window-meanshift-schedule', 'window-kstest-schedule'];
const TRAINED = ['info-training-only', 'info-tags-training-only', 'q-metrics-training-only'];
const KSTEST = '/metrics/drift/kstest/requests';
const MEANS = '/metrics/drift/comparemeans/requests';
const ALIASED = { [MEANS]: 'named-meanshift-requests' };

const rows: Row[] = [
  // Healthy states find nothing.
  ['all metrics scheduled', 'python', { from: [...AT_600, ...PYTHON_LISTS] }, []],
  ['all metrics scheduled', 'java', { from: [...AT_600, 'all-requests'] }, []],
  [
    'names set: Java lists raw names and publishes aliases',
    'java',
    { from: ['named-info', 'restart-info-tags-after-feed', 'named-q-metrics', 'named-all-requests'] },
    [],
  ],
  ['restarted, and one inference came', 'python', { from: FED, lists: ALIASED }, []],
  ['restarted, and one inference came', 'java', { from: FED, schedules: ['restart-schedule-after-feed'] }, []],
  [
    '5,000 rows',
    'java',
    { from: ['info-600', 'window-tags-4000', 'window-q-metrics-4000'], observations: 5000, schedules: TICKING },
    [],
  ],
  [
    '10,000 rows: Python looks at all of them',
    'python',
    {
      from: ['info-600', 'window-tags-10000', 'window-q-metrics-10000'],
      observations: 10_000,
      schedules: ['window-comparemeans-schedule', 'window-kstest-schedule', 'window-schedule-5100'],
    },
    [],
  ],
  // Everything else finds one thing, or several.
  ...(['java', 'python'] as const).flatMap((dialect): Row[] => [
    [
      'empty service',
      dialect,
      { from: ['info-empty', 'info-tags-empty', 'q-metrics-empty'], schedules: [] },
      [['no data yet', /TrustyAI knows no data of gaussian-credit-model; it knows no model\./]],
    ],
    [
      'reference rows only',
      dialect,
      { from: TRAINED, schedules: [] },
      [['no data yet', /has 1,000 reference rows and no inference yet/]],
    ],
    [
      'a metric that nobody scheduled',
      dialect,
      { from: AT_600, schedules: [], params: { metric: 'spd' } },
      [['not scheduled', /no schedule of Statistical parity difference for gaussian-credit-model/]],
    ],
  ]),
  [
    'scheduled before the next tick',
    'java',
    {
      from: ['info-scheduled', 'info-tags-600', 'q-metrics-just-scheduled'],
      schedules: ['meanshift-schedule', 'kstest-schedule', 'identity-schedule'],
    },
    [
      [
        'not published yet',
        /no value yet of Compare means "credit meanshift", Kolmogorov-Smirnov "credit kstest" and Mean/,
      ],
    ],
  ],
  [
    'scheduled before the next tick, rows coming',
    'python',
    {
      from: ['info-scheduled', 'info-tags-600', 'q-metrics-just-scheduled'],
      schedules: ['comparemeans-schedule'],
      params: { observationsGrew: '5', scraped: 'false' },
    },
    [['not published yet', /no value yet of Compare means 5d2faad2-/]],
  ],
  [
    'restarted, scheduled again',
    'python',
    { from: RESTARTED, lists: ALIASED },
    [['no inference since restart', /has 600 inferences and 1 schedule, and none has a value/]],
  ],
  [
    'restarted: the schedules are gone',
    'python',
    {
      from: RESTARTED,
      schedules: [],
      params: { metric: 'ks', requests: '35304b90-5544-442d-af17-a077069ca6c2' },
    },
    [['schedule lost', /values of 1 schedule of Kolmogorov-Smirnov .* and TrustyAI lists none/]],
  ],
  [
    'restarted: model and schedules are gone',
    'java',
    {
      from: RESTARTED,
      schedules: [],
      params: { metric: 'ks', requests: 'ff44f5be-10d0-4572-916c-e45fe0b2af18' },
    },
    [
      ['schedule lost', /TrustyAI lists none/],
      ['no inference since restart', /though Prometheus has values of it: after a restart a Java service/],
    ],
  ],
  [
    'restarted, nothing asked of Prometheus',
    'java',
    { from: [...RESTARTED, 'restart-all-requests'] },
    [['no data yet', /knows no data of gaussian-credit-model/]],
  ],
  [
    'names set: the schedule asks for the old ones',
    'python',
    {
      from: ['named-info', 'restart-info-tags-after-feed', 'named-q-metrics'],
      lists: ALIASED,
    },
    [
      [
        'unknown column',
        /^Compare means "after restart" asks for credit_inputs-0, .* \(now Age, Credit Score, .*\), .* its values are frozen/,
      ],
    ],
  ],
  [
    'schedules that Python takes and cannot compute',
    'python',
    {
      from: ['info-600', 'info-tags-600', 'q-metrics-after-delete'],
      lists: { [KSTEST]: 'kstest-requests-after-delete' },
      params: { metric: 'ks' },
    },
    [
      ['unknown column', /^Kolmogorov-Smirnov 193b8219-.* asks for nope, .* it is never computed/],
      ['unknown tag', /^Kolmogorov-Smirnov 0ac00fa2-.* the reference NOSUCH, which no row .*; it has TRAINING\./],
    ],
  ],
  [
    'few inferences',
    'python',
    {
      from: ['info-600', 'info-tags-5-rows', 'q-metrics-scheduled'],
      observations: 1005,
      schedules: ['comparemeans-schedule', 'kstest-schedule'],
    },
    [['reference rows in the window', /600 rows is larger than the 5 inferences .* holds 595 reference rows too/]],
  ],
  [
    'a null among the rows',
    'python',
    {
      from: ['text-info', 'text-info-tags', 'text-q-metrics'],
      schedules: [],
      params: { model: 'deg-null' },
    },
    [['half-written rows', /The tags of deg-null count 88 rows but only 52 are stored/]],
  ],
  [
    'beyond 5,000 rows',
    'java',
    {
      from: ['db-info-after-tags', 'db-restart-info-tags', 'db-q-metrics-10000'],
      schedules: ['db-kstest-schedule', 'db-meanshift-schedule'],
    },
    [['tags paired with wrong rows', /holds 10,000 rows, .* The numbers of the KS test are unreliable\./]],
  ],
  [
    'MMD over more rows than its window',
    'java',
    {
      from: ['types-info', 'types-info-tags', 'nodrift-q-metrics'],
      schedules: ['nodrift-fouriermmd-schedule'],
      params: { model: 'deg-nodrift' },
    },
    [],
  ],
  [
    'the gauge is behind and new schedules wait',
    'java',
    {
      from: ['info-scheduled', 'info-tags-600', 'q-metrics-just-scheduled'],
      observations: 1650,
      schedules: ['meanshift-schedule', 'kstest-schedule'],
    },
    [['tick stopped', /its gauge counts 1,600 of 1,650 rows and 2 of 2 schedules without a value/]],
  ],
  [
    'Prometheus does not scrape',
    'java',
    {
      from: [...AT_600, 'all-requests'],
      params: { metric: 'mean', scraped: 'false' },
    },
    [['published, not scraped', /publishes 1 value of Mean/]],
  ],
  [
    'values stand while rows come',
    'python',
    {
      from: [...AT_600, ...PYTHON_LISTS],
      params: { metric: 'ks', scraped: 'true', frozen: 'true', observationsGrew: '250' },
    },
    [['stale', /although 250 rows came/]],
  ],
];

describe.skipIf(folder === undefined)('diagnosis of recorded services', () => {
  beforeAll(() => {
    if (folder !== undefined) {
      recordings.java = readRecordings(folder, 'java');
      recordings.python = readRecordings(folder, 'python');
    }
  });

  it.each(rows)('%s (%s)', async (_, dialect, play, findings) => {
    const found = await diagnosed(dialect, play);
    expect(found.map(({ state }) => state)).toEqual(findings.map(([state]) => state));
    findings.forEach(([, sentence], i) => {
      expect(found[i]?.sentence).toMatch(sentence);
    });
  });
});
