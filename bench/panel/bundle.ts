import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'esbuild';

/** CommonJS packages with a transpiled default export. */
const TRANSPILED = /^(react-custom-scrollbars-2|react-highlight-words|calculate-size|slate-plain-serializer)$/;

/** Grafana's .mjs files expect those packages' default export; by Node's rule they would get all of module.exports. */
const defaultExports: Plugin = {
  name: 'default-exports',
  setup: ({ onResolve, onLoad, resolve }) => {
    onResolve({ filter: TRANSPILED }, async ({ path, resolveDir, kind, pluginData }) => {
      if (pluginData === 'found') {
        return undefined;
      }
      const found = await resolve(path, { resolveDir, kind, pluginData: 'found' });
      return { path: found.path, namespace: 'default-of' };
    });
    onLoad({ filter: /.*/, namespace: 'default-of' }, ({ path }) => {
      const file = JSON.stringify(path);
      const contents = `import whole from ${file}; export * from ${file}; export default whole.__esModule ? whole.default : whole;`;
      return { contents, resolveDir: '/' };
    });
  },
};

/** The page as one script: Grafana's packages, and what loads the built panel into them. */
export function bundlePage(): Promise<string> {
  return bundleOf(new URL('page/page.ts', import.meta.url));
}

/** A page by its first file, as one script. */
export async function bundleOf(entry: URL): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(entry)],
    ...{ bundle: true, write: false, minify: true, format: 'iife', jsx: 'transform', logLevel: 'error' },
    plugins: [defaultExports],
    define: { 'process.env.NODE_ENV': '"production"', 'process.env': '{}', global: 'window' },
    loader: {
      '.css': 'empty',
      '.ttf': 'empty',
      '.svg': 'text',
      '.png': 'dataurl',
      '.woff2': 'dataurl',
      '.woff': 'dataurl',
    },
  });
  return outputFiles[0]?.text ?? '';
}
