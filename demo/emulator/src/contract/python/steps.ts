import { creditBatches, creditTraining, windowRows } from '../credit-rows.ts';
import type { CreditCall } from '../credit-rows.ts';
import { calls, creditModel, fresh, restart, schedule, tick, time, upload } from '../step.ts';
import type { Filler, Step } from '../step.ts';

/**
 * Steps before the exchange of that number, after the order of play the recordings describe. The recordings leave
 * gaps: where later replies show what was called in between, the call is made up here so that it has that effect.
 */
export function stepsBefore(folder: string): ReadonlyMap<number, readonly Step[]> {
  const batches = creditBatches(folder).map(creditUpload);
  const batch = (from: number, to: number) => calls(batches.slice(from, to));
  const window = (from: number, to: number) => calls([creditUpload(windowRows(folder, from, to))]);
  const training = creditTraining(folder);
  return new Map<number, readonly Step[]>([
    [38, [time(1795412107761.349)]],
    [41, [tick]],
    // Every inference row gets the mean time of the recorded ones, which a later reply tells.
    [75, [time(1795412121547.1213)]],
    [79, batch(1, 20)],
    [80, batch(20, 40)],
    [81, batch(40, 60)],
    [82, batch(60, 119)],
    [209, [tick]],
    [230, [tick]],
    [257, [...calls(oddSchedules), tick]],
    [268, [tick]],
    [274, [tick]],
    [275, [restart]],
    [277, [tick]],
    [287, calls([schedule('drift/comparemeans', { batchSize: 600, requestName: 'after restart' })])],
    [290, [tick]],
    [303, [tick]],
    [316, [...batch(119, 120), ...batch(119, 120)]],
    [333, calls(cloudEvent('ev-7', '?tag=REF2'))],
    [336, [fresh]],
    [447, calls([typesRows])],
    [466, calls([wrongColumnCount])],
    [489, [tick]],
    [512, [tick]],
    [521, [fresh, ...calls([training]), ...window(0, 600)]],
    [524, [...calls([windowMean]), tick]],
    [526, window(600, 4000)],
    [529, [tick]],
    [530, window(4000, 4500)],
    [531, window(4500, 5100)],
    [535, [tick]],
    [537, [tick]],
    [538, window(5100, 9000)],
    [541, [tick]],
    [542, [fresh]],
    [545, window(0, 600)],
  ]);
}

/** Listed by 267: one with an unknown tag, one with an unknown column, one with a negative batch size. */
const oddSchedules: Filler[] = [
  schedule('drift/kstest', { referenceTag: 'NOSUCH', requestName: 'bad tag' }),
  schedule('drift/kstest', { fitColumns: ['nope'], requestName: 'bad column' }),
  schedule('drift/kstest', { batchSize: -5, requestName: 'bad batch' }),
];

const windowMean = schedule('batchmean', { columnName: 'credit_inputs-0', batchSize: 600, requestName: 'window mean' });

/** 477 counts three tagged rows more than 484 counts observations: an upload that was refused half-way. */
const wrongColumnCount = upload(
  'deg-up',
  [{ name: 'a', shape: [3, 2], datatype: 'FP64', data: [1, 2, 3, 4, 5, 6] }],
  [{ name: 'y', shape: [3], datatype: 'FP64', data: [0.1, 0.2, 0.3] }]
);

/** 447 and 484 show twelve more rows of this model. */
const ones = (name: string, datatype: string) => ({
  name,
  shape: [12],
  datatype,
  data: Array.from({ length: 12 }, () => 1),
});
const typesRows = upload(
  'deg-types',
  [
    { ...ones('flag', 'BOOL'), data: Array.from({ length: 12 }, () => true) },
    ones('i32', 'INT32'),
    ones('i64', 'INT64'),
  ],
  [ones('y', 'INT64')]
);

/** The Python service takes untagged uploads for inferences. */
function creditUpload({ inputs, outputs }: CreditCall): Filler {
  return upload(creditModel, inputs, outputs);
}

/** Both halves of one call as cloud events. */
function cloudEvent(id: string, query: string): Filler[] {
  const headers = { 'ce-id': id };
  const path = `/${query}`;
  const inputs = [
    {
      name: 'x',
      shape: [2, 2],
      datatype: 'FP64',
      data: [
        [1, 2],
        [3, 4],
      ],
    },
  ];
  const outputs = [{ name: 'y', shape: [2, 1], datatype: 'FP64', data: [0.5, 0.6] }];
  return [
    { method: 'POST', path, headers, body: { inputs } },
    { method: 'POST', path, headers, body: { model_name: 'event-model', outputs } },
  ];
}
