import { describe, expect, it } from 'vitest';
import { selectorsOf } from './promql-selectors.ts';

describe('selectorsOf', () => {
  it('finds names and matchers, also behind variables and quotes', () => {
    const text =
      'sum by (le) (rate(a_bucket{namespace="$ns", q="}"}[$__rate_interval])) / on() b{x="1"} > (${__to:date:seconds} - 3)';
    expect(selectorsOf(text)).toEqual({
      selectors: [
        { name: 'a_bucket', matchers: 'namespace="$ns", q="}"' },
        { name: 'b', matchers: 'x="1"' },
      ],
      bare: [],
    });
  });

  it('names metrics without braces', () => {
    expect(selectorsOf('rate(up[5m]) and on() vector(1) > node_load1').bare).toEqual(['up', 'node_load1']);
  });
});
