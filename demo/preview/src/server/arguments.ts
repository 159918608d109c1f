import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

export interface Arguments {
  port: number;
  /** Folders in the layout of Grafana's own provisioning folder; what is in them stands side by side. */
  provisioning: string[];
  /** `dist` folders of built plugins. */
  plugins: string[];
  /** The built page. */
  page: string;
}

const root = fileURLToPath(new URL('../../../../', import.meta.url));

/** Reads the command line. Throws an Error with a sentence where it cannot. */
export function readArguments(argv: string[]): Arguments {
  const { values } = parseArgs({
    args: argv,
    options: {
      port: { type: 'string', default: '3000' },
      provisioning: { type: 'string', default: join(root, 'provisioning') },
      plugins: { type: 'string' },
    },
  });
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 1 || port > 65535) {
    throw new Error(`--port takes a number from 1 to 65535, not "${values.port}".`);
  }
  return {
    port,
    provisioning: foldersOf(values.provisioning),
    plugins: values.plugins ? foldersOf(values.plugins) : pluginsOfRepo(),
    page: join(root, 'demo/preview/dist'),
  };
}

function foldersOf(list: string): string[] {
  return list.split(',').map((folder) => resolve(folder));
}

function pluginsOfRepo(): string[] {
  const folder = join(root, 'plugins');
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => join(folder, entry.name, 'dist'));
}
