import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

interface Rule {
  folder: string;
  /** Folders besides its own that it may import. */
  may: string[];
  /** Packages that it may not import. */
  not: RegExp;
}

/**
 * Data flows one way: frames → read → analyse → report → views. A view never computes, an analysis never draws, and what a
 * worker loads knows nothing of the page. `run` holds the words for work in steps, which all may use.
 */
const RULES: Rule[] = [
  { folder: 'report', may: [], not: /^(react|d3|rxjs|@grafana|@emotion|@soundcheck\/query)/ },
  { folder: 'read', may: ['report', 'options', 'run'], not: /^(react|d3|@grafana\/(ui|runtime)|@emotion)/ },
  { folder: 'analyse', may: ['read', 'report', 'options', 'run'], not: /^(react|d3|rxjs|@grafana|@emotion)/ },
  { folder: 'views', may: ['report', 'options', 'i18n'], not: /^@grafana\/runtime/ },
  { folder: 'options', may: ['read', 'i18n'], not: /^(d3|@emotion|@grafana\/(ui|runtime))/ },
  { folder: 'run', may: ['read', 'analyse', 'report', 'options', 'i18n'], not: /^(d3|@grafana\/runtime)/ },
  { folder: 'interact', may: ['run', 'analyse', 'report', 'options', 'views', 'i18n'], not: /^(d3|@emotion)/ },
  { folder: 'export', may: ['run', 'read', 'analyse', 'report', 'options', 'i18n'], not: /^(d3|@grafana\/runtime)/ },
];

/** What the worker loads besides `analyse`: its own folder's files, which must stand without a page. */
const IN_WORKER = [
  'analysis.worker.ts',
  'answer-in-worker.ts',
  'in-slices.ts',
  'pause.ts',
  'questions.ts',
  'sliced.ts',
];

interface Import {
  file: string;
  from: string;
}

function importsOf(folder: string): Import[] {
  const here = path.join(__dirname, folder);
  return readdirSync(here, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !/\.test\.|(^|\/)testing\//.test(file))
    .flatMap((file) =>
      [...readFileSync(path.join(here, file), 'utf8').matchAll(/(?: from |import\(|import )'([^']+)'/g)].map(
        ([, from = '']) => ({
          file: path.join(folder, file),
          from,
        })
      )
    );
}

/** The folder of `src` that a relative import leads to. */
function target({ file, from }: Import): string {
  return path.join(path.dirname(file), from).split(path.sep)[0] ?? '';
}

it.each(RULES)('$folder imports only what comes before it', ({ folder, may, not }) => {
  const imports = importsOf(folder);
  const wrong = imports.filter((one) =>
    one.from.startsWith('.') ? ![folder, ...may].includes(target(one)) : not.test(one.from)
  );
  expect(imports.length).toBeGreaterThan(0);
  expect(wrong).toEqual([]);
});

it('the worker loads nothing of React or Grafana', () => {
  const wrong = importsOf('run').filter(
    ({ file, from }) => IN_WORKER.includes(path.basename(file)) && /^(react|@grafana|@emotion)|\.tsx'?$/.test(from)
  );
  expect(wrong).toEqual([]);
});
