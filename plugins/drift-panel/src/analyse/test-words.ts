import { listTests, type Direction, type TestName } from '@soundcheck/drift';

const described = new Map(listTests().map((test) => [test.name, test]));

/** What a test is called in the panel. */
export function testTitle(test: TestName): string {
  return test === 'ks' ? 'KS distance D' : test === 'chi-square' ? 'χ²' : (described.get(test)?.title ?? test);
}

/** Which values of a test speak of drift. */
export function directionOf(test: TestName): Direction {
  return described.get(test)?.direction ?? 'high';
}
