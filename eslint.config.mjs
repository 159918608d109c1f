import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';
import { borders } from './eslint.borders.mjs';
import { doubleCast, house } from './eslint.house.mjs';

/** What the Go shell's engine lacks or, worse, gets silently wrong. */
const engine = [
  { selector: 'Literal[regex.pattern=/\\(\\?<[A-Za-z]/]', message: 'The engine loses named regex groups.' },
  { selector: 'Literal[regex.pattern=/\\\\p\\{/]', message: 'In the engine \\p{…} never matches.' },
  { selector: 'MemberExpression[property.name=/^toLocale/]', message: 'The engine formats toLocale… wrongly.' },
];
const missingGlobals = [
  'Intl',
  'URL',
  'URLSearchParams',
  'TextEncoder',
  'TextDecoder',
  'structuredClone',
  'console',
  'setTimeout',
  'setInterval',
  'atob',
  'btoa',
  'crypto',
  'AbortController',
  'WeakRef',
  'fetch',
  'process',
  'window',
  'document',
];

export default defineConfig([
  { ignores: ['**/dist/', '**/.cache/', '**/node_modules/', '**/.config/', 'plugins/**'] },
  ...tseslint.configs.recommended,
  {
    files: ['**/*.{ts,tsx,mjs}'],
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'separate-type-imports' }],
      ...house,
    },
  },
  {
    files: ['packages/query/src/**/*.ts'],
    ignores: ['packages/query/src/drivers/**', '**/*.test.ts'],
    rules: {
      'no-restricted-syntax': ['error', doubleCast, ...engine],
      'no-restricted-globals': ['error', ...missingGlobals],
    },
  },
  ...borders(),
]);
