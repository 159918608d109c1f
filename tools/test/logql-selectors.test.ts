import { expect, it } from 'vitest';
import { streamSelectors } from './logql-selectors.ts';

it.each([
  ['{a="b"}', ['a="b"']],
  ['sum(rate({a="}", b=~`{x}`} |= "{c}" | line_format `{{ .message }}` [1m]))', ['a="}", b=~`{x}`']],
  ['count_over_time({a="1"}[1m]) / count_over_time({b="\\"}"}[1m])', ['a="1"', 'b="\\"}"']],
  ['vector(1)', []],
])('%s', (expression, selectors) => {
  expect(streamSelectors(expression)).toEqual(selectors);
});
