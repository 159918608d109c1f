/**
 * The built module as Grafana loads it: one AMD module, whose dependencies are only what Grafana shares.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import * as emotion from '@emotion/css';
import * as data from '@grafana/data';
import * as ui from '@grafana/ui';
import * as runtime from '@grafana/runtime';
import * as d3 from 'd3';
import { render, screen } from '@testing-library/react';
import * as react from 'react';
import { panelProps } from './testing/panel-props.ts';

const DIST = path.resolve(__dirname, '../dist');
const MODULE = path.join(DIST, 'module.js');

/** What Grafana's loader shares from 12.3 on, of what this panel uses. */
const SHARED: Record<string, unknown> = {
  module: { uri: 'public/plugins/soundcheck-drift-panel/module.js' },
  react,
  d3,
  '@emotion/css': emotion,
  '@grafana/data': data,
  '@grafana/runtime': runtime,
  '@grafana/ui': ui,
  // Asked only where Grafana has initialised it.
  i18next: { default: {} },
};

const built = existsSync(MODULE);
if (!built) {
  process.stderr.write('bundle.test.tsx skipped: dist/module.js is missing, run the build first\n');
}

(built ? describe : describe.skip)('dist/module.js', () => {
  let dependencies: string[] = [];
  let exported: Record<string, unknown> = {};

  beforeAll(() => {
    const define = (names: string[], factory: (...modules: unknown[]) => Record<string, unknown>) => {
      dependencies = names;
      exported = factory(...names.map((name) => SHARED[name]));
    };
    new Function('define', readFileSync(MODULE, 'utf8'))(define);
  });

  it('asks only for what Grafana shares', () => {
    expect(dependencies).toContain('@grafana/data');
    expect(dependencies.filter((name) => !(name in SHARED))).toEqual([]);
  });

  it('exports a panel plugin that draws', async () => {
    const { plugin } = exported;
    expect(plugin).toBeInstanceOf(data.PanelPlugin);
    const panel = plugin instanceof data.PanelPlugin ? plugin.panel : null;
    render(panel && react.createElement(panel, panelProps([])));
    expect(await screen.findByText('No data in this time range')).toBeInTheDocument();
  });

  it('is small: a first chunk under 80 kB, all of it under 250 kB after gzip', () => {
    const size = (name: string) => gzipSync(readFileSync(path.join(DIST, name)), { level: 9 }).length;
    const scripts = readdirSync(DIST).filter((name) => name.endsWith('.js'));
    expect(size('module.js')).toBeLessThan(80_000);
    expect(scripts.reduce((sum, name) => sum + size(name), 0)).toBeLessThan(250_000);
  });

  it('has its worker as a plain script that needs no loader', () => {
    const scripts = readdirSync(DIST).filter((name) => name.endsWith('.js') && name !== 'module.js');
    const workers = scripts.map((name) => readFileSync(path.join(DIST, name), 'utf8')).filter(loadsScripts);
    expect(workers).toHaveLength(1);
    expect(workers[0]).not.toMatch(/^\s*define\(/m);
  });
});

/** Only a worker loads its other files this way. */
function loadsScripts(source: string): boolean {
  return source.includes('importScripts');
}
