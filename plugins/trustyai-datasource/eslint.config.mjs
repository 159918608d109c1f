import { defineConfig } from 'eslint/config';
import baseConfig from './.config/eslint.config.mjs';
import { borders } from '../../eslint.borders.mjs';
import { house } from '../../eslint.house.mjs';

export default defineConfig([
  { ignores: ['dist/', 'node_modules/'] },
  ...baseConfig,
  { files: ['src/**/*.{ts,tsx}'], rules: house },
  ...borders('plugins/trustyai-datasource'),
]);
