import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** Data flows one way: which folders a folder may import, and which packages it may not. */
const FOLDERS = [
  { folder: 'report', may: [], not: /^(react|d3|@grafana|@emotion|@soundcheck\/query)/ },
  { folder: 'read', may: [], not: /^(react|d3|@grafana\/ui|@emotion|@soundcheck\/drift)/ },
  { folder: 'analyse', may: ['read', 'report', 'options'], not: /^(react|d3|@grafana|@emotion)/ },
  { folder: 'views', may: ['report'], not: /^@grafana\/runtime/ },
  { folder: 'options', may: ['read'], not: /^(d3|@emotion|@grafana\/ui)/ },
] as const;

function importsOf(folder: string): Array<[file: string, from: string]> {
  const here = path.join(__dirname, folder);
  return readdirSync(here)
    .filter((file) => !file.includes('.test.'))
    .flatMap((file) =>
      [...readFileSync(path.join(here, file), 'utf8').matchAll(/ from '([^']+)';/g)].map(
        ([, from]): [string, string] => [file, from ?? '']
      )
    );
}

it.each(FOLDERS)('$folder imports only what comes before it', ({ folder, may, not }) => {
  const imports = importsOf(folder);
  const folders = may.map((name) => `../${name}/`);
  const wrong = imports.filter(([, from]) =>
    from.startsWith('../') ? !folders.some((start) => from.startsWith(start)) : not.test(from)
  );
  expect(imports.length).toBeGreaterThan(0);
  expect(wrong).toEqual([]);
});
