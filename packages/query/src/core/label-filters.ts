import { queryError } from './io.ts';
import type { LabelFilter } from './operations.ts';

type Labels = Readonly<Record<string, string | undefined>>;

function matches({ key, operator, values }: LabelFilter, labels: Labels): boolean {
  if (values.length === 0) {
    return true;
  }
  const value = Object.hasOwn(labels, key) ? (labels[key] ?? '') : '';
  switch (operator) {
    case '=':
    case '=|':
      return values.includes(value);
    case '!=':
    case '!=|':
      return !values.includes(value);
    default:
      // The engine of the Go shell cannot stop a regular expression that runs away.
      throw queryError(
        `The filter ${key} ${operator} "${values.join('|')}" is a regular expression, which only scores from Prometheus can be filtered by. Use "=", "!=", "one of" or "not one of".`
      );
  }
}

/**
 * Whether all filters let these labels pass. A label that is not there is empty, as in Prometheus; a filter without
 * values lets everything pass.
 * @throws CoreError for =~ and !~
 */
export function passesFilters(filters: readonly LabelFilter[] | undefined, labels: Labels): boolean {
  return (filters ?? []).every((filter) => matches(filter, labels));
}
