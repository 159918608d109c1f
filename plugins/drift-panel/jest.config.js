// Tests must not depend on where they run.
process.env.TZ = 'UTC';

const base = require('./.config/jest.config');
const { grafanaESModules, nodeModulesToTransform } = require('./.config/jest/utils');

module.exports = {
  ...base,
  setupFiles: ['<rootDir>/../../tools/test/property-seed.ts'],
  // React 19's server build wants a MessageChannel that jsdom lacks; Node's own variant does not.
  moduleNameMapper: { ...base.moduleNameMapper, '^react-dom/server$': 'react-dom/server.node' },
  // Grafana 13 ships .mjs files, our packages are TypeScript sources, d3 is ES modules only.
  transform: { '^.+\\.(m?js|tsx?|jsx)$': Object.values(base.transform)[0] },
  transformIgnorePatterns: [
    nodeModulesToTransform([
      ...grafanaESModules,
      '@react-hookz/web',
      '@ver0/deep-equal',
      'd3-[a-z-]+',
      'internmap',
      'delaunator',
      'robust-predicates',
    ]),
  ],
};
