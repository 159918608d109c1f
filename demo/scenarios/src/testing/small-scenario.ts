import { hourMs } from '../scenario.ts';
import type { Scenario } from '../scenario.ts';

/** A scenario small enough to count by hand: two features, three reference rows, five inferences in an hour. */
export function smallScenario(): Scenario {
  const rows = [-60, -40, -39, -5, 0].map((minutes, i) => ({
    offsetMs: (minutes * hourMs) / 60,
    inputs: [i, 10 * i],
    outputs: [0.5, 0.25],
  }));
  return {
    kind: 'jukebox',
    model: 'odd "name"\\',
    namespace: 'small',
    seed: 4,
    features: ['a', 'b\nc'],
    outputTensor: 'output',
    hasPrediction: false,
    reference: [1, 2, 3].map((value) => ({ inputs: [value, -value], outputs: [0.1, 0.9] })),
    history: rows,
    startMs: -hourMs - 60_000,
    batchSize: 2,
    description: 'Small.',
    timeNote: 'Made up.',
    referenceTable: { header: ['a', 'b\nc'], rows: [['1', '-1']] },
    currentTable: { header: ['a', 'b\nc'], rows: [['4', '40']] },
  };
}
