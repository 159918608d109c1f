import { realpathSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig, type Plugin } from 'vite';

const folder = import.meta.dirname;
const grafana = (name: string) => realpathSync(join(folder, 'node_modules/@grafana', name, 'dist/esm'));

/** CommonJS packages with a transpiled default export. */
const TRANSPILED = new Set([
  'react-custom-scrollbars-2',
  'react-highlight-words',
  'calculate-size',
  'slate-plain-serializer',
]);
const UNWRAP = '\0default-of:';

/** Grafana's .mjs files expect those packages' default export; by Node's rule they would get all of module.exports. */
const defaultExports: Plugin = {
  name: 'default-exports',
  enforce: 'pre',
  async resolveId(source, importer) {
    if (!TRANSPILED.has(source) || importer?.startsWith(UNWRAP)) {
      return null;
    }
    const found = await this.resolve(source, importer, { skipSelf: true });
    return found && UNWRAP + found.id;
  },
  load(id) {
    if (!id.startsWith(UNWRAP)) {
      return null;
    }
    const file = JSON.stringify(id.slice(UNWRAP.length));
    return `import whole from ${file}; export * from ${file}; export default whole.__esModule ? whole.default : whole;`;
  },
};

export default defineConfig({
  plugins: [defaultExports],
  resolve: {
    alias: [
      // Setters that the packages do not export; used by src/page/host/internals.ts only.
      { find: /^grafana-internal\/runtime\/(.*)$/, replacement: `${grafana('runtime')}/$1.mjs` },
      { find: /^grafana-internal\/i18n\/(.*)$/, replacement: `${grafana('i18n')}/$1.mjs` },
      { find: '@grafana/plugin-compat/datasources', replacement: join(folder, 'src/page/host/plugin-compat.ts') },
      // @grafana/ui links through version 5's bridge to version 6; the page has version 6 itself.
      { find: 'react-router-dom-v5-compat', replacement: 'react-router-dom' },
    ],
    // One instance of each for the page and the plugins. Not history: router and runtime need different versions.
    dedupe: [
      'react',
      'react-dom',
      'rxjs',
      'lodash',
      'moment',
      'i18next',
      'react-i18next',
      'react-router-dom',
      '@emotion/css',
      '@emotion/react',
      '@grafana/data',
      '@grafana/i18n',
      '@grafana/runtime',
      '@grafana/ui',
      '@grafana/schema',
      '@grafana/e2e-selectors',
    ],
  },
  build: {
    target: 'es2022',
    sourcemap: false,
    reportCompressedSize: false,
    chunkSizeWarningLimit: 20_000,
    // "use client" in some packages says nothing here.
    rolldownOptions: {
      onwarn: (warning, show) => (warning.code === 'MODULE_LEVEL_DIRECTIVE' ? undefined : show(warning)),
    },
  },
});
