import { tests } from './compare.ts';
import type { TestName } from './compare.ts';
import type { Description } from './description.ts';

/** What a picker or a docs page says about a test. */
export interface TestDescription extends Description {
  name: TestName;
}

/** True for the name of a test. */
export function isTestName(name: string): name is TestName {
  return Object.hasOwn(tests, name);
}

/** All tests that `compare` knows, with formula, range, direction, needs, source and options. */
export function listTests(): TestDescription[] {
  return Object.keys(tests)
    .filter(isTestName)
    .map((name) => ({ name, ...tests[name].description }));
}
