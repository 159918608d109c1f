import { picked } from './picked.ts';

it.each([
  ['an option', { value: 'ks' }, ['ks']],
  ['the clear button', null, [undefined]],
  ['Enter where the filter left no option', undefined, []],
])('%s', (_, option, expected) => {
  const values: Array<string | undefined> = [];
  picked<string>((value) => values.push(value))(option);
  expect(values).toEqual(expected);
});
