import { currentRunOf, onAt } from './runs.ts';

const steps = (text: string) => [...text].map((one) => (one === '.' ? null : one === 'x'));

/** x over, o not over, . not judged. */
it.each([
  ['oooxxx', 1, 1, { from: 3, open: false }],
  ['xxxxxx', 1, 1, { from: 0, open: true }],
  ['oxxoxx', 1, 1, { from: 4, open: false }],
  ['oxxoxx', 2, 3, { from: 2, open: false }],
  ['oooxxo', 1, 1, undefined],
  ['oooxx.', 1, 1, { from: 3, open: false }],
  ['oox....', 1, 1, undefined],
  ['ox.xx', 1, 1, { from: 3, open: false }],
  ['......', 1, 1, undefined],
  ['', 1, 1, undefined],
  ['ooxx', 5, 2, { from: 3, open: false }],
  ['ooxx', NaN, 0, { from: 2, open: false }],
])('%s, %d of %d: %o', (...[text, need, of, run]) => expect(currentRunOf(steps(text), { need, of })).toEqual(run));

it('counts a missing step as not over', () => {
  expect(onAt(steps('x.x'), { need: 2, of: 2 })).toEqual([false, false, false]);
});
