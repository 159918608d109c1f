import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/** The page as one script: Grafana's packages, and what loads the built panel into them. */
export async function bundlePage(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('page/page.ts', import.meta.url))],
    ...{ bundle: true, write: false, minify: true, format: 'iife', jsx: 'transform', logLevel: 'error' },
    define: { 'process.env.NODE_ENV': '"production"', 'process.env': '{}', global: 'window' },
    loader: { '.css': 'empty', '.ttf': 'empty', '.svg': 'text', '.png': 'dataurl', '.woff2': 'dataurl', '.woff': 'dataurl' },
  });
  return outputFiles.find(({ path }) => path.endsWith('<stdout>') || path.endsWith('.js'))?.text ?? '';
}
