/**
 * Who may know whom. One row a part; a part may import itself, what stands in its row, and nothing else of the repo.
 * `only` forbids every package but the ones named (relative imports stay free).
 */
const parts = [
  { folder: 'packages/drift', may: [], only: [], freeOfOnly: ['src/testing/**', 'scripts/**'] },
  { folder: 'packages/query', may: ['drift'], only: [], freeOfOnly: ['src/drivers/**'] },
  { folder: 'packages/monitors', may: ['query', 'drift'] },
  { folder: 'packages/cli', may: ['monitors', 'query', 'drift'] },
  { folder: 'plugins/trustyai-datasource', may: ['query'] },
  { folder: 'plugins/drift-panel', may: ['query', 'drift'] },
  { folder: 'services/exporter', may: ['drift'] },
  { folder: 'services/retrain', may: [] },
  // The emulator must not share code with the client that it tests.
  { folder: 'demo/emulator', may: ['drift'] },
  // The preview's server stands in for the Go shell; its page loads the built plugins.
  { folder: 'demo/preview/src/server', may: ['query'] },
  { folder: 'demo/preview/src/page', may: [] },
  { folder: 'demo/scenarios', may: [] },
  { folder: 'demo/gallery', may: ['drift'] },
  { folder: 'demo/trainer', may: [] },
  { folder: 'demo/start', may: [] },
  // The specs judge the gallery's numbers by the library itself.
  { folder: 'e2e', may: ['drift', 'gallery'] },
  { folder: 'bench', may: ['drift'] },
  { folder: 'tools', may: ['query', 'monitors'] },
];

const tests = ['**/*.test.ts', '**/*.test.tsx', '*.config.ts'];

function restrict(part, only) {
  const allowed = part.may.map((name) => `${name}$|${name}/`).join('|');
  const row = part.may.length > 0 ? part.may.map((name) => `@soundcheck/${name}`).join(', ') : 'no other part';
  const patterns = [
    {
      regex: allowed ? `^@soundcheck/(?!${allowed})` : '^@soundcheck/',
      message: `${part.folder} may know ${row} (eslint.borders.mjs).`,
    },
    { regex: '(^|/)\\.\\./.*/(packages|plugins|services|demo)/', message: 'Import another part by its package name.' },
  ];
  if (only) {
    patterns.push({
      regex: allowed ? `^(?!\\.|@soundcheck/(${allowed}))` : '^[^.]',
      message: `${part.folder} runs in browsers, workers, Node and the Go shell's engine: no package at run time.`,
    });
  }
  return { 'no-restricted-imports': ['error', { patterns }] };
}

/** ESLint flat config blocks for the parts below `prefix` ('' = the repository's root; a plugin passes its own folder). */
export function borders(prefix = '') {
  return parts
    .filter((part) => part.folder.startsWith(prefix))
    .flatMap((part) => {
      const base = part.folder.slice(prefix.length).replace(/^\//, '');
      const at = (glob) => (base ? `${base}/${glob}` : glob);
      const files = [at('**/*.{ts,tsx,mjs}')];
      if (!part.only) {
        return [{ files, rules: restrict(part, false) }];
      }
      const free = [...(part.freeOfOnly ?? []), ...tests].map(at);
      return [
        { files, ignores: free, rules: restrict(part, true) },
        { files: free, rules: restrict(part, false) },
      ];
    });
}
