import { defineConfig } from 'eslint/config';
import grafanaI18n from '@grafana/i18n/eslint-plugin';
import baseConfig from './.config/eslint.config.mjs';
import { borders } from '../../eslint.borders.mjs';
import { doubleCast, house } from '../../eslint.house.mjs';

const direct = {
  selector: 'ImportDeclaration[source.value="@grafana/i18n"]',
  message: 'Use t of i18n/translate.ts.',
};

export default defineConfig([
  { ignores: ['dist/', 'node_modules/'] },
  ...baseConfig,
  { files: ['src/**/*.{ts,tsx}'], rules: house },
  {
    files: ['src/**/*.{ts,tsx}'],
    ignores: ['src/**/*.test.{ts,tsx}', 'src/testing/**'],
    plugins: { '@grafana/i18n': grafanaI18n },
    rules: {
      '@grafana/i18n/no-untranslated-strings': ['error', { calleesToIgnore: ['^css$'] }],
      '@grafana/i18n/no-translation-top-level': 'error',
      // One way into @grafana/i18n, which waits until it is initialised.
      'no-restricted-syntax': ['error', doubleCast, direct],
    },
  },
  { files: ['src/i18n/translate.ts'], rules: { 'no-restricted-syntax': ['error', doubleCast] } },
  ...borders('plugins/trustyai-datasource'),
]);
