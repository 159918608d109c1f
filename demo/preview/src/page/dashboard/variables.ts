import {
  AdHocFiltersVariable,
  ConstantVariable,
  CustomVariable,
  DataSourceVariable,
  IntervalVariable,
  QueryVariable,
  SceneVariableSet,
  TextBoxVariable,
  type SceneVariable,
} from '@grafana/scenes';
import type { VariableJson } from './dashboard-json.ts';

/** The dashboard's variables; a type that the preview does not know is left out. */
export function variableSet(variables: VariableJson[]): SceneVariableSet {
  return new SceneVariableSet({ variables: variables.flatMap((variable) => build(variable) ?? []) });
}

function build(json: VariableJson): SceneVariable | undefined {
  const { name, type, hide, regex, datasource = null, refresh, sort, current } = json;
  const common = { name, hide, label: json.label ?? undefined, description: json.description };
  const query = typeof json.query === 'string' ? json.query : '';
  const chosen = {
    ...(current.value !== undefined && { value: current.value, text: current.text ?? current.value }),
    isMulti: json.multi,
    includeAll: json.includeAll,
    defaultToAll: json.includeAll && current.value === undefined,
    allValue: json.allValue ?? undefined,
  };
  switch (type) {
    case 'query':
      return new QueryVariable({ ...common, ...chosen, query: json.query, datasource, regex, refresh, sort });
    case 'custom':
      return new CustomVariable({ ...common, ...chosen, query });
    case 'datasource':
      return new DataSourceVariable({ ...common, ...chosen, pluginId: query, regex });
    case 'adhoc':
      return new AdHocFiltersVariable({ ...common, datasource, filters: json.filters, applyMode: 'auto' });
    case 'constant':
      return new ConstantVariable({ ...common, value: query });
    case 'textbox':
      return new TextBoxVariable({ ...common, value: String(current.value ?? query) });
    case 'interval':
      return new IntervalVariable({
        ...common,
        intervals: query.split(','),
        value: String(current.value ?? query.split(',')[0]),
      });
    default:
      return undefined;
  }
}
