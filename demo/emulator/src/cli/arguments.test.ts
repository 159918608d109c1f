import { expect, it } from 'vitest';
import { BadInput, readArguments } from './arguments.ts';

const now = 1_795_421_000_000;

it('reads all options', () => {
  const line =
    '--port 18081 --dialect java --storage database --download --schedule 500ms --replay in.ndjson --history-out out.om --history-step 2m ' +
    '--history-until 1795420000000 --label job=trustyai --label instance=127.0.0.1:8081';
  expect(readArguments(line.split(' '), now)).toEqual({
    host: '127.0.0.1',
    port: 18081,
    dialect: 'java',
    storage: 'database',
    download: true,
    healthOnly: false,
    scheduleMs: 500,
    replay: 'in.ndjson',
    history: {
      out: 'out.om',
      stepMs: 120_000,
      untilMs: 1_795_420_000_000,
      labels: { job: 'trustyai', instance: '127.0.0.1:8081' },
    },
  });
});

it('has defaults', () => {
  expect(readArguments([], now)).toEqual({
    host: '127.0.0.1',
    port: 8081,
    dialect: 'python',
    storage: 'files',
    download: false,
    healthOnly: false,
    scheduleMs: 5000,
  });
  expect(readArguments(['--replay', 'a', '--history-out', 'b'], now)?.history).toEqual({
    out: 'b',
    stepMs: 240_000,
    untilMs: now,
    labels: {},
  });
});

it.each([
  ['--port eighty', /--port must be a number/],
  ['--port 70000', /--port must be a number/],
  ['--dialect scala', /--dialect must be python or java, not "scala"/],
  ['--download', /--download goes with --dialect java/],
  ['--storage database', /--storage goes with --dialect java/],
  ['--dialect java --storage tape', /--storage must be files or database, not "tape"/],
  ['--dialect java --health-only', /--health-only goes with --dialect python/],
  ['--schedule 5', /--schedule must be a time like/],
  ['--schedule 0s', /--schedule must be a time like/],
  ['--history-out x', /needs --replay/],
  ['--replay a --history-out b --history-until yesterday', /--history-until must be a time in epoch/],
  ['--replay a --history-out b --label 1=2', /--label must be name=value/],
  ['--verbose', /--help/],
])('refuses %s in one sentence', (line, sentence) => {
  expect(() => readArguments(line.split(' '), now)).toThrow(BadInput);
  expect(() => readArguments(line.split(' '), now)).toThrow(sentence);
});
