import { defineConfig } from 'eslint/config';
import baseConfig from './.config/eslint.config.mjs';
import { borders } from '../../eslint.borders.mjs';

export default defineConfig([{ ignores: ['dist/', 'node_modules/'] }, ...baseConfig, ...borders('plugins/trustyai-datasource')]);
