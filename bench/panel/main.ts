/** `pnpm bench:panel`: measures the built panel in a browser and writes its section of docs/benchmarks.md; `print` only prints. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { document, root } from '../src/places.ts';
import { bundlePage } from './bundle.ts';
import { measure } from './measure.ts';
import { panelSection, withPanelSection } from './section.ts';
import { serve } from './serve.ts';
import { bundleSizes } from './sizes.ts';

const dist = process.env['PANEL_DIST'] ?? join(root, 'plugins/drift-panel/dist');

async function main(args: string[]): Promise<number> {
  if (!existsSync(join(dist, 'module.js'))) {
    console.error(`${dist}/module.js is missing: build the panel first (pnpm build).`);
    return 1;
  }
  const { address, close } = await serve(await bundlePage(), dist);
  try {
    const section = panelSection({ ...(await measure(address)), sizes: bundleSizes(dist) });
    console.log(section);
    if (!args.includes('print')) {
      writeFileSync(document, withPanelSection(readFileSync(document, 'utf8'), section));
      console.log(`Written to ${document}.`);
    }
  } finally {
    close();
  }
  return 0;
}

process.exitCode = await main(process.argv.slice(2));
