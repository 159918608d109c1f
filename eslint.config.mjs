import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';
import { borders } from './eslint.borders.mjs';

const doubleCast = {
  selector: 'TSAsExpression > TSAsExpression[typeAnnotation.type="TSUnknownKeyword"]',
  message: 'No cast through unknown: decode the value at the edge.',
};

/** What the Go shell's engine lacks or, worse, gets silently wrong. */
const engine = [
  { selector: 'Literal[regex.pattern=/\\(\\?<[A-Za-z]/]', message: 'The engine loses named regex groups.' },
  { selector: 'Literal[regex.pattern=/\\\\p\\{/]', message: 'In the engine \\p{…} never matches.' },
  { selector: 'MemberExpression[property.name=/^toLocale/]', message: 'The engine formats toLocale… wrongly.' },
];
const missingGlobals = [
  'Intl', 'URL', 'URLSearchParams', 'TextEncoder', 'TextDecoder', 'structuredClone', 'console', 'setTimeout',
  'setInterval', 'atob', 'btoa', 'crypto', 'AbortController', 'WeakRef', 'fetch', 'process', 'window', 'document',
];

export default defineConfig([
  { ignores: ['**/dist/', '**/.cache/', '**/node_modules/', '**/.config/', 'plugins/**'] },
  ...tseslint.configs.recommended,
  {
    files: ['**/*.{ts,tsx,mjs}'],
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'separate-type-imports' }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      'max-lines': ['error', { max: 400, skipBlankLines: true }],
      'max-params': ['error', { max: 4 }],
      'no-restricted-syntax': ['error', doubleCast],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
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
