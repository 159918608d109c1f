import 'systemjs/dist/system.js';
import {
  DataSourcePlugin,
  PanelPlugin,
  type DataSourceApi,
  type PanelPluginMeta,
  type PluginMeta,
} from '@grafana/data';
import { config } from '@grafana/runtime';
import { coreDataSource } from '../data-sources/core-data-sources.ts';
import { missingPanel } from '../panels/missing-panel.tsx';
import { sharedModules } from './shared-modules.ts';

const SHARED = 'shared:';
const loader = System.constructor.prototype;
const resolveUrl = loader.resolve;

loader.resolve = function (id, parent) {
  return /^[./]|:/.test(id) ? resolveUrl.call(this, id, parent) : SHARED + id;
};

loader.instantiate = async (url) => {
  if (url.startsWith(SHARED)) {
    const name = url.slice(SHARED.length);
    const load = sharedModules[name] ?? (name === 'module' ? () => Promise.resolve({}) : undefined);
    if (!load) {
      throw new Error(`The plugin needs the module "${name}", which the preview does not provide. A real Grafana may.`);
    }
    const values = await load();
    return [[], (exporter) => ({ setters: [], execute: () => void exporter({ __esModule: true, ...values }) })];
  }
  const response = await fetch(url);
  if (!response.ok) {
    throw new Error(`${url} answered ${response.status}. Is the plugin built?`);
  }
  return fromAmd(url, await response.text());
};

type Factory = (...dependencies: unknown[]) => unknown;

/** Evaluates an AMD file with a `define` of its own, so that no other script of the page finds a `define`. */
function fromAmd(url: string, source: string): Awaited<ReturnType<typeof loader.instantiate>> {
  let names: string[] = [];
  let factory: Factory | undefined;
  const define = (dependencies: string[], body: Factory) => {
    names = dependencies;
    factory = body;
  };
  new Function('define', `${source}\n//# sourceURL=${url}`)(Object.assign(define, { amd: {} }));
  if (!factory) {
    throw new Error(`${url} is no AMD module: it does not call define().`);
  }
  const run = factory;
  const values: unknown[] = names.map((name) => (name === 'module' ? { uri: url, id: url } : undefined));
  return [
    names,
    (exporter) => ({
      setters: names.map((name, index) => (dependency) => {
        if (name !== 'module') {
          values[index] = dependency['__useDefault'] ? dependency['default'] : dependency;
        }
      }),
      execute: () => {
        const exported = run(...values);
        exporter(typeof exported === 'object' && exported !== null ? { ...exported } : { default: exported });
      },
    }),
  ];
}

async function importPlugin(meta: PluginMeta): Promise<unknown> {
  const url = new URL(meta.module, window.location.origin).href;
  return (await System.import(url))['plugin'];
}

/** Loads a data source's plugin: the built module.js, or a stand-in where Grafana has it in its core. */
export async function importDataSourcePlugin(meta: PluginMeta): Promise<DataSourcePlugin<DataSourceApi>> {
  if (meta.module.startsWith('core:')) {
    return coreDataSource(meta.id);
  }
  const plugin = await importPlugin(meta);
  if (!(plugin instanceof DataSourcePlugin)) {
    throw new Error(`${meta.module} exports no data source plugin.`);
  }
  plugin.meta = { ...meta };
  return plugin;
}

const panels = new Map<string, Promise<PanelPlugin>>();
const loaded = new Map<string, PanelPlugin>();

/** For setPluginImportUtils: panel plugins by id; one that is not built says so in its place. */
export const panelImports = {
  importPanelPlugin: (id: string) => {
    const known = panels.get(id) ?? loadPanel(id);
    panels.set(id, known);
    return known;
  },
  getPanelPluginFromCache: (id: string) => loaded.get(id),
};

async function loadPanel(id: string): Promise<PanelPlugin> {
  const meta: PanelPluginMeta | undefined = config.panels[id];
  const plugin = meta ? await importPlugin(meta) : missingPanel(id);
  if (!(plugin instanceof PanelPlugin)) {
    throw new Error(`The plugin ${id} exports no panel.`);
  }
  if (meta) {
    plugin.meta = meta;
  }
  loaded.set(id, plugin);
  return plugin;
}
