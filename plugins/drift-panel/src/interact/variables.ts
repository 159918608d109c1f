import type { InterpolateFunction } from '@grafana/data';
import { locationService } from '@grafana/runtime';

/** Sets dashboard variables through the page's address, as Grafana's own links do. */
export function setVariables(values: Record<string, string>): void {
  const query = Object.entries(values).map(([name, value]) => [`var-${name}`, value]);
  if (query.length > 0) {
    locationService.partial(Object.fromEntries(query), true);
  }
}

/** Value of a dashboard variable; empty where there is none of that name. */
export function variableValue(name: string, replaceVariables: InterpolateFunction): string {
  const written = `\${${name}}`;
  const value = name === '' ? '' : replaceVariables(written);
  return value === written ? '' : value;
}
