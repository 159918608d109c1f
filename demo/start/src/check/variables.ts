import { getJson } from './ask.ts';
import { at, listAt, textAt } from './json.ts';
import { labelValues } from './prometheus-api.ts';
import type { Variable } from './dashboards.ts';

const labelValuesOf = /^label_values\(\s*(.+?)\s*,\s*(\w+)\s*\)$/;

/** All values of a dashboard variable, in the order in which Grafana lists them: the first one is what it starts with. */
export async function valuesOf(variable: Variable, urls: { prometheus: string; page: string }): Promise<string[]> {
  if (variable.type !== 'prometheus') {
    return (await listOf(variable, urls.page)).sort();
  }
  const text = textAt(variable.definition, 'query') ?? String(variable.definition);
  const match = labelValuesOf.exec(text);
  if (!match) {
    throw new Error(`The check knows label_values(selector, label) only, not ${text}`);
  }
  return labelValues(urls.prometheus, match[1] ?? '', match[2] ?? '');
}

/** Per list of our data source's variables: the resource that holds it, and what of an entry is the value. */
const resources = new Map([
  ['models', { path: 'models', list: 'models', value: 'id' }],
  ['metrics', { path: 'metrics', list: 'metrics', value: 'key' }],
  ['features', { path: 'columns', list: 'columns', value: 'name' }],
  ['references', { path: 'tags', list: 'tags', value: 'name' }],
  ['schedules', { path: 'schedules', list: 'schedules', value: 'requestName' }],
]);

/** What a variable of our data source lists, from the page's server, as the plugin in the browser asks it. */
async function listOf({ uid, definition }: Variable, page: string): Promise<string[]> {
  const name = textAt(definition, 'list') ?? 'models';
  const resource = resources.get(name);
  if (!resource) {
    throw new Error(`The check does not know the list "${name}" of the TrustyAI data source.`);
  }
  const model = textAt(definition, 'model');
  const search = model ? `?model=${encodeURIComponent(model)}` : '';
  const reply = await getJson(`${page}/api/datasources/uid/${uid}/resources/${resource.path}${search}`);
  return listAt(reply, resource.list)
    .filter((one) => name !== 'references' || at(one, 'kind') === 'reference')
    .flatMap((one) => textAt(one, resource.value) ?? []);
}
