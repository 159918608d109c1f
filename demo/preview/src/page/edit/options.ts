import {
  isNestedPanelOptions,
  PanelOptionsEditorBuilder,
  type FieldConfigSource,
  type NestedValueAccess,
  type PanelData,
  type PanelPlugin,
  type StandardEditorContext,
  type StandardEditorProps,
} from '@grafana/data';
import type { VizPanel } from '@grafana/scenes';
import { cloneDeep, get, set } from 'lodash';

/** One option of a panel, ready to be drawn. */
export interface Option {
  group: string;
  name: string;
  description?: string;
  editor: React.ComponentType<StandardEditorProps>;
  item: StandardEditorProps['item'];
  value: unknown;
  context: StandardEditorContext<unknown>;
  onChange: (value: unknown) => void;
}

type Options = Record<string, unknown>;
type Builder = PanelOptionsEditorBuilder<Options>;

/** The panel's own options, as its plugin declares them; those that it hides now are left out. */
export function panelOptions(panel: VizPanel, plugin: PanelPlugin, data: PanelData): Option[] {
  const { options } = panel.state;
  const context: StandardEditorContext<Options> = {
    data: data.series,
    annotations: data.annotations,
    replaceVariables: panel.interpolate,
    options,
  };
  const access: NestedValueAccess = {
    getValue: (path) => get(options, path),
    onChange: (path, value) => panel.onOptionsChange(set(cloneDeep(options), path, value), true),
  };
  return itemsOf((builder) => plugin.getPanelOptionsSupplier()(builder, context), {
    access,
    context,
    group: plugin.meta.name,
  });
}

interface Scope {
  access: NestedValueAccess;
  context: StandardEditorContext<Options>;
  group: string;
}

function itemsOf(fill: (builder: Builder) => void, { access, context, group }: Scope): Option[] {
  const builder: Builder = new PanelOptionsEditorBuilder();
  fill(builder);
  return builder.getItems().flatMap((item): Option[] => {
    const own = item.category?.[0] ?? group;
    if (item.showIf && !item.showIf(context.options ?? {}, context.data, context.annotations)) {
      return [];
    }
    if (isNestedPanelOptions(item)) {
      const inner = item.getNestedValueAccess(access);
      return itemsOf((nested) => item.getBuilder()(nested, context), { access: inner, context, group: own });
    }
    const { name, description, editor, path } = item;
    const onChange = (value: unknown) => access.onChange(path, value);
    return [{ group: own, name, description, editor, item, context, value: access.getValue(path), onChange }];
  });
}

/** The field options: the standard ones that the plugin keeps, and its custom ones. */
export function fieldOptions(panel: VizPanel, plugin: PanelPlugin, data: PanelData): Option[] {
  const { fieldConfig } = panel.state;
  const context: StandardEditorContext<unknown> = { data: data.series, replaceVariables: panel.interpolate };
  return plugin.fieldConfigRegistry.list().flatMap((item): Option[] => {
    const path = item.isCustom ? `custom.${item.path}` : item.path;
    if (item.hideFromDefaults || (item.showIf && !item.showIf(fieldConfig.defaults.custom ?? {}, data.series))) {
      return [];
    }
    const { name, description, editor, category } = item;
    const onChange = (value: unknown) => {
      const next: FieldConfigSource = { ...fieldConfig, defaults: set(cloneDeep(fieldConfig.defaults), path, value) };
      panel.onFieldConfigChange(next, true);
    };
    const value: unknown = get(fieldConfig.defaults, path);
    return [{ group: category?.[0] ?? plugin.meta.name, name, description, editor, item, context, value, onChange }];
  });
}
