import type { DataQueryResponse, ScopedVars } from '@grafana/data';
import { getTemplateSrv, isFetchError } from '@grafana/runtime';
import { escapeRegExp } from 'lodash';

/** What the stand-ins for Prometheus and Loki have in common. */

/** One response for all queries of a panel, as Grafana's own data source gives it: frames stand beside errors. */
export function together(responses: DataQueryResponse[]): DataQueryResponse {
  const errors = responses.flatMap((response) => response.errors ?? []);
  const data = responses.flatMap((response) => response.data);
  return errors.length > 0 ? { data, errors, error: errors[0] } : { data };
}

/** Several values of a variable become a regular expression, as label matchers need it. */
export function interpolate(text: string, scopedVars: ScopedVars): string {
  return getTemplateSrv().replace(
    text,
    scopedVars,
    (value: unknown, variable: { multi?: boolean; includeAll?: boolean }) => {
      const escape = (one: unknown) => escapeRegExp(String(one)).replace(/\\/g, '\\\\');
      if (Array.isArray(value)) {
        return value.length === 1 ? escape(value[0]) : `(${value.map(escape).join('|')})`;
      }
      return variable.multi || variable.includeAll
        ? escape(value)
        : String(value).replace(/\\/g, '\\\\').replace(/"/g, '\\"');
    }
  );
}

/** Why a call failed: what the server said, else what the browser says. */
export function sentenceOf(thrown: unknown, server: string): string {
  if (isFetchError(thrown)) {
    return thrown.data?.error ?? thrown.data?.message ?? thrown.message ?? `${server} answered ${thrown.status}.`;
  }
  return thrown instanceof Error ? thrown.message : String(thrown);
}
