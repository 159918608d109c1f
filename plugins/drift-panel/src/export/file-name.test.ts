import { fileName } from './file-name.ts';

const time = Date.UTC(2026, 10, 9, 23, 30);

it.each([
  ['Drift of jukebox', 'utc', 'Drift of jukebox 2026-11-09 23.30.csv'],
  ['', 'utc', 'drift 2026-11-09 23.30.csv'],
  ['a/b: "c" <d>?\n*', 'Asia/Tokyo', 'a b c d 2026-11-10 08.30.csv'],
  ['Überwachung 模型', 'utc', 'Überwachung 模型 2026-11-09 23.30.csv'],
])('%j in %s', (title, timeZone, expected) => {
  expect(fileName(title, time, timeZone, 'csv')).toBe(expected);
});
