import { defineConfig } from 'vitest/config';

export default defineConfig({
  // @grafana packages import CommonJS by name: they are bundled instead of loaded by Node.
  test: { include: ['src/**/*.test.ts'], server: { deps: { inline: [/@grafana\//] } } },
});
