import { describe, expect, it } from 'vitest';
import { BadInput } from './bad-input.ts';
import { readArguments } from './arguments.ts';

describe('readArguments', () => {
  it('reads prepare', () => {
    expect(readArguments(['prepare', '--out', 'd', '--now', '1780000000000', '--seed', '9'])).toEqual({
      command: 'prepare',
      out: 'd',
      nowMs: 1_780_000_000_000,
      seed: 9,
      instance: 'model-server',
    });
  });

  it('reads live', () => {
    const args = ['live', '--emulator', 'http://127.0.0.1:18120/', '--port', '18121', '--dir', 'd', '--rate', '2.5'];
    expect(readArguments(args)).toEqual({
      command: 'live',
      emulator: 'http://127.0.0.1:18120',
      port: 18121,
      dir: 'd',
      rate: 2.5,
      repeat: false,
    });
  });

  it.each([
    [['prepare', '--now', '1'], '--out is missing: the folder to write into.'],
    [['prepare', '--out', 'd', '--now', 'today'], '--now is "today"; it must be a whole number.'],
    [['prepare', '--out', 'd', '--now', '1', '--live', 'b.csv'], '--reference is missing: a CSV file'],
    [['prepare', '--out', 'd', '--now', '1', '--live', 'b', '--reference', 'a'], '--time is missing: the column'],
    [
      ['live', '--emulator', 'localhost', '--port', '1', '--dir', 'd'],
      '--emulator is "localhost"; it must be an address',
    ],
    [
      ['live', '--emulator', 'http://h', '--port', '1', '--dir', 'd', '--rate', '0'],
      '--rate is "0"; it must be above 0',
    ],
    [['paint'], 'There is no command "paint".'],
    [['prepare', '--colour', 'red'], "Unknown option '--colour'"],
  ])('says what is wrong with %j', (args, sentence) => {
    expect(() => readArguments(args)).toThrow(BadInput);
    expect(() => readArguments(args)).toThrow(sentence);
  });
});
