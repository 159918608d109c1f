import { askTrustyai } from './ask-trustyai.ts';
import { textAt } from './json.ts';
import { labelValues } from './prometheus-api.ts';
import type { Variable } from './dashboards.ts';
import type { RangeSeconds } from './prometheus-api.ts';

const labelValuesOf = /^label_values\(\s*(.+?)\s*,\s*(\w+)\s*\)$/;

/** All values of a dashboard variable, in the order in which Grafana lists them: the first one is what it starts with. */
export async function valuesOf(
  variable: Variable,
  urls: { prometheus: string; page: string },
  range: RangeSeconds
): Promise<string[]> {
  if (variable.type !== 'prometheus') {
    const columns = await askTrustyai(urls.page, variable.uid, variable.definition, range);
    return (columns[0] ?? []).map(String).sort();
  }
  const text = textAt(variable.definition, 'query') ?? String(variable.definition);
  const match = labelValuesOf.exec(text);
  if (!match) {
    throw new Error(`The check knows label_values(selector, label) only, not ${text}`);
  }
  return labelValues(urls.prometheus, match[1] ?? '', match[2] ?? '');
}
