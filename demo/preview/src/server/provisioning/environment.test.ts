import { expect, test } from 'vitest';
import { expandEnvironment } from './environment.ts';

const values = { HOST: 'example', EMPTY: '' };

// The first five as seen on a running Grafana 12.4.0.
test.each([
  ['http://$HOST/x', 'http://example/x'],
  ['http://${HOST}:1', 'http://example:1'],
  ['pa$$word', 'pa$word'],
  ['$$HOST', '$HOST'],
  ['$NOT_SET', ''],
  ['100 $', '100 $'],
])('%s becomes %s', (given, expanded) => {
  expect(expandEnvironment(given, { values, missing: new Set() })).toBe(expanded);
});

test('every string of a file is expanded, keys and other values stay; what is not set is noted', () => {
  const missing = new Set<string>();
  const given = { $HOST: ['$HOST', 3, true, null, { deep: '${NOT_SET}$EMPTY' }] };
  expect(expandEnvironment(given, { values, missing })).toEqual({ $HOST: ['example', 3, true, null, { deep: '' }] });
  expect([...missing]).toEqual(['NOT_SET', 'EMPTY']);
});
