import fc from 'fast-check';
import type { Description, OptionDescription } from '../description.ts';

/** Numbers that an option may mean, and such as none can mean. */
const anyNumber = fc.oneof(
  fc.integer({ min: 2, max: 12 }),
  fc.constantFrom(0.01, 0.05, 0.5, 1),
  fc.constantFrom(0, -1, -0.5, 2.5, NaN, Infinity, -Infinity, 1e9, 5e-324)
);

const anyNumbers = fc.constantFrom<number[]>(
  [0, 1, 2],
  [-Infinity, 0, Infinity],
  [-1, 0.5, Infinity],
  [0],
  [],
  [1, 1],
  [2, 1],
  [0, NaN, 1],
  [-Infinity, Infinity]
);

const anyText = fc.constantFrom('a', 'b', '1', '', 'constructor', '__proto__', 'not there');

function valuesOf({ takes }: OptionDescription): fc.Arbitrary<unknown> {
  switch (takes) {
    case 'number':
      return anyNumber;
    case 'numbers':
      return anyNumbers;
    case 'text':
      return anyText;
    default:
      return fc.constantFrom(...takes);
  }
}

/** Any choice of the options that a description lists: each left out, or with any of its values, sensible or not. */
export function anyOptions({ options }: Pick<Description, 'options'>): fc.Arbitrary<Record<string, unknown>> {
  const values = Object.fromEntries(options.map((option) => [option.name, valuesOf(option)]));
  return fc.record(values, { requiredKeys: [] });
}

/** One listed choice at a time, the others left out; nothing first. Numbers and text are not choices. */
export function listedChoices({ options }: Pick<Description, 'options'>): Record<string, unknown>[] {
  return [
    {},
    ...options.flatMap(({ name, takes }) =>
      typeof takes === 'string' ? [] : takes.map((value): Record<string, unknown> => ({ [name]: value }))
    ),
  ];
}
