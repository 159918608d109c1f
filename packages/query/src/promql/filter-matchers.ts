import { catalogue } from '../catalogue/catalogue.ts';
import type { Dialect, DialectEntry } from '../catalogue/meaning.ts';
import { queryError } from '../core/io.ts';
import type { LabelFilter } from '../core/operations.ts';
import { quoteRegex, quoteString } from './escape.ts';

function matcher(label: string, { operator, values }: LabelFilter): string {
  const [first = ''] = values;
  switch (operator) {
    case '=':
    case '!=':
    case '=~':
    case '!~':
      return `${label}${operator}${quoteString(first)}`;
    case '=|':
    case '!=|':
      return `${label}${operator === '=|' ? '=~' : '!~'}${quoteString(values.map(quoteRegex).join('|'))}`;
  }
}

function pattern(text: string): RegExp {
  try {
    return new RegExp(`^(?:${text})$`, 's');
  } catch {
    throw queryError(`The filter pattern "${text}" is no regular expression: correct it.`);
  }
}

/** Whether a filter lets pass a text that is the same for a whole arm. */
function lets(text: string, { operator, values }: LabelFilter): boolean {
  const [first = ''] = values;
  switch (operator) {
    case '=':
    case '=|':
      return values.includes(text);
    case '!=':
    case '!=|':
      return !values.includes(text);
    case '=~':
      return pattern(first).test(text);
    case '!~':
      return !pattern(first).test(text);
  }
}

/** Where the service itself has a label by which ours can be matched. */
function labelOf(key: string, side: DialectEntry, dialect: Dialect): string | undefined {
  switch (key) {
    case 'model':
      return side.modelLabel;
    case 'feature':
      return side.featureLabel;
    case 'request_name':
      return 'requestName';
    case 'reference_tag':
      return dialect === 'python' && catalogue[side.meaning.metric].kind === 'drift' ? 'referenceTag' : undefined;
    default:
      return Object.entries(side.extraLabels ?? {}).find(([ours]) => ours === key)?.[1] ?? key;
  }
}

const LABEL_NAME = /^[A-Za-z_][A-Za-z0-9_]*$/;

/**
 * The matchers of ad hoc filters on one dialect's raw series. Filters by metric, kind of value or dialect are decided
 * here. Numbers for all features together and, on Java, references have no label: filters by them change nothing there.
 * Runs in browsers and Node only: it may try the user's regular expression.
 * @returns undefined where the filters let nothing of this dialect pass
 * @throws CoreError for a key that is no label name and for a broken pattern
 */
export function filterMatchers(
  filters: readonly LabelFilter[],
  side: DialectEntry,
  dialect: Dialect
): string[] | undefined {
  const constants: Readonly<Record<string, string>> = {
    metric: side.meaning.metric,
    value_is: side.meaning.valueIs,
    dialect,
  };
  const matchers: string[] = [];
  for (const filter of filters) {
    const { key, values } = filter;
    const constant = Object.hasOwn(constants, key) ? constants[key] : undefined;
    const label = labelOf(key, side, dialect);
    if (values.length === 0) {
      continue;
    }
    if (constant !== undefined) {
      if (!lets(constant, filter)) {
        return undefined;
      }
    } else if (label !== undefined) {
      if (!LABEL_NAME.test(label)) {
        throw queryError(`The filter key "${key}" is no name of a label in Prometheus: choose another.`);
      }
      matchers.push(matcher(label, filter));
    }
  }
  return matchers;
}
