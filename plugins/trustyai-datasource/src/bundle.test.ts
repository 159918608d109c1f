import { DataSourcePlugin } from '@grafana/data';
import { existsSync, readFileSync } from 'fs';
import { join } from 'path';

const bundle = join(__dirname, '../dist/module.js');
const built = existsSync(bundle);
if (!built) {
  console.warn('dist/module.js is not built: the bundle test is skipped. Run "pnpm run build" first.');
}

/** What Grafana 12.3 and newer shares with plugins, and we rely on. */
const shared = [
  'react',
  'react-dom',
  'rxjs',
  'lodash',
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

/** Loads an AMD module as SystemJS does, with the modules of this test process. */
function load(): Loaded {
  const loaded: Loaded = { dependencies: [], exports: {} };
  const define = (dependencies: string[], factory: (...modules: unknown[]) => Record<string, unknown>) => {
    loaded.dependencies = dependencies;
    const modules = dependencies.map((name): unknown =>
      name === 'module' ? { uri: 'http://localhost/module.js' } : jest.requireActual(name)
    );
    loaded.exports = factory(...modules);
  };
  new Function('define', readFileSync(bundle, 'utf8'))(Object.assign(define, { amd: {} }));
  return loaded;
}

(built ? describe : describe.skip)('dist/module.js', () => {
  it('asks for nothing that Grafana does not share', () => {
    const { dependencies } = load();
    expect(dependencies.filter((name) => !shared.includes(name))).toEqual([]);
    expect(dependencies).not.toContain('react/jsx-runtime');
  });

  it('exports the data source with its editors', () => {
    const { plugin } = load().exports;
    expect(plugin).toBeInstanceOf(DataSourcePlugin);
    expect(plugin).toMatchObject({
      components: { QueryEditor: expect.any(Function), ConfigEditor: expect.any(Function) },
    });
  });

  it('closes the data proxy before anything else', () => {
    const { routes } = JSON.parse(readFileSync(join(__dirname, '../dist/plugin.json'), 'utf8'));
    expect(routes[0]).toEqual({ path: '', method: '*', reqRole: 'Admin', url: 'http://127.0.0.1:9' });
  });
});
