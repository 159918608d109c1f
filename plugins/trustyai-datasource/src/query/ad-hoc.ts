import type { AdHocVariableFilter } from '@grafana/data';
import { CoreError, type LabelFilter } from '@soundcheck/query';
import { t } from '../i18n/translate.ts';

const OPERATORS: ReadonlyArray<LabelFilter['operator']> = ['=', '!=', '=|', '!=|', '=~', '!~'];

/**
 * Ad hoc filters of a dashboard as filters of a query. One without a value is not finished, and lets everything pass.
 * @throws CoreError for an operator that labels do not have, such as `<`
 */
export function labelFilters(filters: readonly AdHocVariableFilter[] = []): LabelFilter[] {
  return filters
    .map(({ key, operator, value, values }) => ({ key, operator, values: values?.length ? values : [value] }))
    .filter(({ key, values }) => key !== '' && values.some((value) => value !== ''))
    .map(({ key, operator, values }) => {
      const known = OPERATORS.find((one) => one === operator);
      if (known === undefined) {
        throw new CoreError(
          t(
            'ad-hoc.operator',
            'The filter on {{key}} uses “{{operator}}”, and labels are texts: use one of {{operators}}.',
            { key, operator, operators: OPERATORS.join(' ') }
          )
        );
      }
      return { key, operator: known, values };
    });
}
