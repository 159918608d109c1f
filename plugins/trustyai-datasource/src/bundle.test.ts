import { DataSourcePlugin, type DataSourceApi } from '@grafana/data';
import { existsSync, readFileSync } from 'fs';
import { join } from 'path';
import { instanceSettings } from './testing/service.ts';

const bundle = join(__dirname, '../dist/module.js');
const built = existsSync(bundle);
if (!built) {
  console.warn('dist/module.js is not built: the bundle test is skipped. Run "pnpm run build" first.');
}

/** What Grafana 12.3 and newer shares with plugins, and we rely on. @grafana/i18n is not among it: it is bundled. */
const shared = [
  'react',
  'react-dom',
  'rxjs',
  'lodash',
  'i18next',
  '@emotion/css',
  '@grafana/data',
  '@grafana/runtime',
  '@grafana/ui',
  'module',
];

interface Loaded {
  dependencies: string[];
  exports: Record<string, unknown>;
}

/**
 * Loads an AMD module as SystemJS does, with the modules of this test process.
 * @param stand modules that stand in for those of this process
 */
function load(stand: Readonly<Record<string, unknown>> = {}): Loaded {
  const loaded: Loaded = { dependencies: [], exports: {} };
  const define = (dependencies: string[], factory: (...modules: unknown[]) => Record<string, unknown>) => {
    loaded.dependencies = dependencies;
    const modules = dependencies.map((name): unknown =>
      name === 'module' ? { uri: 'http://localhost/module.js' } : (stand[name] ?? jest.requireActual(name))
    );
    loaded.exports = factory(...modules);
  };
  new Function('define', readFileSync(bundle, 'utf8'))(Object.assign(define, { amd: {} }));
  return loaded;
}

function pluginOf({ exports }: Loaded): DataSourcePlugin<DataSourceApi> {
  if (!(exports['plugin'] instanceof DataSourcePlugin)) {
    throw new Error('module.js exports no data source plugin');
  }
  return exports['plugin'];
}

(built ? describe : describe.skip)('dist/module.js', () => {
  it('asks for nothing that Grafana does not share', () => {
    const { dependencies } = load();
    expect(dependencies.filter((name) => !shared.includes(name))).toEqual([]);
    expect(dependencies).not.toContain('react/jsx-runtime');
  });

  it('exports the data source with its editors', () => {
    expect(pluginOf(load())).toMatchObject({
      components: {
        QueryEditor: expect.any(Function),
        ConfigEditor: expect.any(Function),
        QueryEditorHelp: expect.any(Function),
      },
    });
  });

  it('works in English where translations cannot be had', async () => {
    const warn = jest.spyOn(console, 'warn').mockImplementation(() => undefined);
    const { DataSourceClass } = pluginOf(load({ i18next: { default: {} } }));
    const datasource = new DataSourceClass(instanceSettings({}));
    await Promise.resolve();
    expect(datasource.getQueryDisplayText?.({ refId: 'A' })).toBe(
      'Scores over time: Kolmogorov-Smirnov of all models, all features'
    );
    expect(warn).toHaveBeenCalledWith(expect.stringContaining('translations are not available'), expect.anything());
    warn.mockRestore();
  });

  it('closes the data proxy before anything else', () => {
    const { routes } = JSON.parse(readFileSync(join(__dirname, '../dist/plugin.json'), 'utf8'));
    expect(routes[0]).toEqual({ path: '', method: '*', reqRole: 'Admin', url: 'http://127.0.0.1:9' });
  });
});
