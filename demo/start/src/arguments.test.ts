import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readArguments } from './arguments.ts';

const folder = mkdtempSync(join(tmpdir(), 'soundcheck-'));
writeFileSync(join(folder, 'a.csv'), 'x\n1\n');
writeFileSync(join(folder, 'b.csv'), 't,x\n2024-01-01,1\n');

describe('readArguments', () => {
  it('starts the page on 3000 and checks nothing by itself', () => {
    expect(readArguments([], folder)).toEqual({
      help: false,
      check: false,
      allowAbsent: false,
      debian: false,
      repeat: false,
      quick: false,
      port: 3000,
      portGiven: false,
    });
  });

  it('takes flags, and own files relative to where the user is', () => {
    const argv = [
      '--check',
      '--allow-absent',
      '--port=3100',
      '--reference',
      'a.csv',
      '--live',
      './b.csv',
      '--time',
      't',
    ];
    expect(readArguments(argv, folder)).toMatchObject({
      check: true,
      allowAbsent: true,
      port: 3100,
      portGiven: true,
      ownData: { reference: join(folder, 'a.csv'), live: join(folder, 'b.csv'), time: 't' },
    });
  });

  it.each([
    { argv: ['--chek'], says: /Unknown option '--chek'\. See what there is: npm start -- --help$/ },
    { argv: ['now'], says: /Unexpected argument 'now'.*--help$/ },
    { argv: ['--port'], says: /'--port <value>' argument missing.*--help$/ },
    { argv: ['--port', 'http'], says: /--port takes a whole number from 1 to 65535, not "http"/ },
    { argv: ['--port', '70000'], says: /from 1 to 65535, not "70000"/ },
    { argv: ['--reference', 'a.csv'], says: /needs all three: --reference a\.csv --live b\.csv --time COLUMN/ },
    {
      argv: ['--reference', 'a.csv', '--live', 'c.csv', '--time', 't'],
      says: /--live names .*c\.csv, and there is no such file/,
    },
  ])('says what is wrong with $argv', ({ argv, says }) => {
    expect(() => readArguments(argv, folder)).toThrow(says);
  });
});
