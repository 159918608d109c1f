import { creditBatches, creditTraining, windowRows } from '../credit-rows.ts';
import type { CreditCall } from '../credit-rows.ts';
import { calls, creditModel, fresh, restart, schedule, tick, time, upload } from '../step.ts';
import type { Filler, Step } from '../step.ts';

/**
 * Steps before the exchange of that number, after the order of play the recordings describe. The recordings leave
 * gaps: where later replies show what was called in between, the call is made up here so that it has that effect.
 */
export function stepsBefore(folder: string): ReadonlyMap<number, readonly Step[]> {
  const batches = creditBatches(folder);
  const batch = (from: number, to: number) =>
    calls(batches.slice(from, to).flatMap((call, index) => creditEvent(`batch ${from + index}`, call)));
  const window = (from: number, to: number) => calls(creditEvent(`window ${from}`, windowRows(folder, from, to)));
  const restarted = schedule('drift/meanshift', { batchSize: 600, requestName: 'after restart' });
  const sketched = schedule('drift/approxkstest', { batchSize: 600, requestName: 'window approxkstest' });
  const meanOfWindow = schedule('identity', { columnName, batchSize: 600, requestName: 'window mean' });
  return new Map<number, readonly Step[]>([
    [13, [tick]],
    [44, [time(Date.parse('2026-11-23T05:39:42.417Z'))]],
    [47, [tick]],
    [75, [time(Date.parse('2026-11-23T05:39:52.503Z'))]],
    [80, batch(1, 20)],
    [81, batch(20, 40)],
    [82, batch(40, 60)],
    [83, batch(60, 119)],
    [164, [tick]],
    [182, [tick]],
    [203, [tick]],
    [221, [tick]],
    [222, [restart, tick]],
    [230, [tick]],
    [234, [...calls([restarted]), time(Date.parse('2026-11-23T05:46:16.306Z'))]],
    [239, [tick]],
    [252, [tick]],
    [260, [{ do: 'restart', switches: { download: true } }, time(Date.parse('2026-11-23T05:47:03.212Z'))]],
    // 321 counts 15 inferences more than were there at 264.
    // 333 counts schedules, too.
    [317, [...batch(117, 120), ...calls(laterSchedules)]],
    [335, [fresh]],
    [338, calls([flatColumns])],
    [345, calls([flatMatrix, ...event('three rows', 'deg-event-3', threeRows)])],
    [366, [tick]],
    // 427 counts no schedule of that model any more.
    [368, [{ do: 'unschedule', metric: 'drift/fouriermmd', model: 'deg-nodrift' }]],
    [
      390,
      calls([
        otherReference,
        ...event('other', 'deg-other', otherRows),
        ...event('constants', 'deg-const', constants),
        otherSchedule,
      ]),
    ],
    [426, calls([hugeReference])],
    [435, calls(typedRows)],
    [493, calls([emptyTag])],
    [525, [tick]],
    [598, [fresh, ...calls([creditTraining(folder)]), ...window(0, 600)]],
    [602, [...calls([sketched, meanOfWindow]), tick]],
    [605, window(600, 4000)],
    [608, [tick]],
    [609, window(4000, 4500)],
    [610, window(4500, 5100)],
    [621, window(5100, 9000)],
    [633, [{ do: 'fresh', options: { storage: 'database', download: true } }]],
    [636, window(0, 600)],
    [642, [tick]],
    [643, [...window(600, 5100), tick]],
    [651, window(5100, 9000)],
    [653, [tick]],
    [654, [restart]],
    [661, calls([schedule('drift/kstest', { batchSize: 600, requestName: 'after restart' })])],
  ]);
}

const columnName = 'credit_inputs-0';
const laterSchedules: Filler[] = [
  schedule('drift/kstest', { requestName: 'first' }),
  schedule('drift/kstest', { requestName: 'second' }),
  schedule('identity', { columnName, requestName: 'mean' }),
];

/** Both halves of one call as binary cloud events: what the Java service takes for inferences. */
function event(id: string, model: string, call: CreditCall): Filler[] {
  const half = (kind: 'request' | 'response', body: unknown): Filler => ({
    method: 'POST',
    path: '/',
    headers: {
      'ce-id': id,
      'ce-specversion': '1.0',
      'ce-source': 'steps',
      'ce-type': `org.kubeflow.serving.inference.${kind}`,
      'ce-inferenceservicename': model,
    },
    body,
  });
  return [half('request', { inputs: call.inputs }), half('response', { outputs: call.outputs })];
}

function creditEvent(id: string, call: CreditCall): Filler[] {
  return event(id, creditModel, call);
}

const tensor = (name: string, shape: number[], data: unknown[], datatype = 'FP64') => ({ name, shape, datatype, data });
const column = (length: number, value: unknown = 0.5) => Array.from({ length }, () => value);

/** 352 counts one row of the first and two of the second, three columns in 351. */
const flatColumns = upload(
  'deg-tensors-n-1-flat',
  [tensor('a', [3, 1], [1, 2, 3]), tensor('b', [3, 1], [4, 5, 6])],
  [tensor('y', [3, 1], [0.1, 0.2, 0.3])],
  'TRAINING'
);
const flatMatrix = upload(
  'deg-matrix-flat',
  [tensor('m', [3, 2], [1, 2, 3, 4, 5, 6])],
  [tensor('y', [3, 1], [0.1, 0.2, 0.3])],
  'TRAINING'
);

/** 352 counts one row of it. */
const threeRows: CreditCall = {
  inputs: [tensor('a', [3, 1], [[1], [2], [3]]), tensor('b', [3, 1], [[4], [5], [6]])],
  outputs: [tensor('y', [3, 1], [0.1, 0.2, 0.3])],
};

/** 426 counts 30 reference rows and 30 inferences of this model; 427 shows its columns. */
const otherRows: CreditCall = {
  inputs: [tensor('x', [30, 2], column(30, [1, 2]))],
  outputs: [tensor('y', [30, 1], column(30))],
};
const otherReference = upload('deg-other', otherRows.inputs, otherRows.outputs, 'TRAINING');
const otherSchedule = schedule('drift/meanshift', { modelId: 'deg-other', requestName: 'other' });

/** 426 counts 100 inferences, 369 brought 50. */
const constants: CreditCall = {
  inputs: [tensor('x', [50, 3], column(50, [5, 7, 0.5]))],
  outputs: [tensor('y', [50, 1], column(50))],
};

/** 426 counts six rows of this tag, and the mean of the last six rows of everything is 430. */
const hugeReference = upload(
  'deg-null',
  [tensor('x', [6, 2], [...column(5, [0, 0]), [1e308, 0]])],
  [tensor('y', [6, 1], column(6))],
  'HUGE'
);

/** 481 counts 20 single rows. Their floats are not recorded. */
const typedRows = Array.from({ length: 19 }, (_, index) =>
  event(`typed ${index}`, 'deg-types', {
    inputs: [
      tensor('flag', [1, 1], [[true]], 'BOOL'),
      tensor('i32', [1, 1], [[21 + index]], 'INT32'),
      tensor('i64', [1, 1], [[1 + index]], 'INT64'),
      tensor('f32', [1, 1], [[0]], 'FP32'),
    ],
    outputs: [tensor('y', [1, 1], [1], 'INT64')],
  })
).flat();

/** 499 counts three more untagged rows. */
const emptyTag = upload('deg-up', [tensor('a', [3], [1, 2, 3])], [tensor('y', [3], [0.1, 0.2, 0.3])], '');
