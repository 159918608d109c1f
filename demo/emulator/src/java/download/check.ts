import type { Violations } from '../http/violations.ts';
import { Uncaught } from '../http/reply.ts';
import { readLocalTime } from '../local-time.ts';
import { listedNamesInForce } from '../metrics/names.ts';
import type { StoredModel } from '../storage/stored-model.ts';
import { misfit, storedNumber } from '../storage/typed-value.ts';
import { asSpecial, specialColumns, specialName } from './matcher.ts';
import type { Matcher } from './matcher.ts';

/** Notes what is wrong with one condition. */
export function checkMatcher(matcher: Matcher, model: StoredModel, note: (message: string) => void): void {
  const { columnName, operation } = matcher;
  if (operation !== 'BETWEEN' && operation !== 'EQUALS') {
    note(`RowMatch operation must be one of [BETWEEN, EQUALS], got ${operation}`);
    return;
  }
  const special = specialName(matcher);
  if (special !== undefined && asSpecial(special) === undefined) {
    const valid = specialColumns.join(', ');
    note(`Invalid internal column passed, trustyai.* columns must be one of [${valid}], got ${special}`);
    return;
  }
  if (special === undefined && !model.columnNamed(columnName)) {
    const valid = `The valid list of feature or output names is as follows: [${listedNamesInForce(model)}]`;
    note(`No feature or output found with name=${columnName}. ${valid}`);
    return;
  }
  if (operation === 'BETWEEN') checkRange(matcher, note);
  if (special === 'TIMESTAMP') checkTimes(matcher, note);
  if (special === undefined && operation === 'EQUALS') checkTypes(matcher, model, note);
}

export function checkMatchers(matchers: readonly Matcher[], model: StoredModel, where: Where): void {
  for (const matcher of matchers) {
    checkMatcher(matcher, model, (message) => where.violations.add(message, where.modelId, matcher.columnName));
  }
}

interface Where {
  modelId: string;
  violations: Violations;
}

function checkRange(matcher: Matcher, note: (message: string) => void): void {
  const { values } = matcher;
  const special = specialName(matcher);
  if (special === 'TAG' || special === 'ID') note(`BETWEEN operation not applicable to internal column ${special}`);
  if (values.length !== 2) {
    note(
      'BETWEEN operation must contain exactly two values, describing the lower and upper bounds of the desired range. ' +
        `Received ${values.length} values: ${shown(values)}`
    );
  }
  const words = values.filter((value) => typeof value !== 'number');
  if (special === 'TIMESTAMP' || words.length === 0) return;
  note(
    'BETWEEN operation must only contain numbers, describing the lower and upper bounds of the desired range. ' +
      `Received non-numeric values: ${shown(words)}`
  );
}

function checkTimes({ values }: Matcher, note: (message: string) => void): void {
  for (const value of values) {
    if (typeof value !== 'string') throw new Uncaught('A time is no text.');
    const time = readLocalTime(value);
    if (typeof time === 'object') {
      note(`Passed datetime "${value}" is unparseable as an ISO_LOCAL_DATE_TIME: ${time.fault}`);
    }
  }
}

function checkTypes({ columnName, values }: Matcher, model: StoredModel, note: (message: string) => void): void {
  const column = model.columnNamed(columnName);
  if (!column) return;
  const kind = model.schema.inputs.includes(column) ? 'feature' : 'output';
  for (const value of values) {
    if (storedNumber(value, column.type) === undefined) note(misfit(kind, value, { ...column, name: columnName }));
  }
}

function shown(values: readonly unknown[]): string {
  return `[${values.map((value) => JSON.stringify(value)).join(', ')}]`;
}
