/**
 * The built module as Grafana loads it: one AMD module, whose dependencies are only what Grafana shares.
 */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import * as emotion from '@emotion/css';
import * as data from '@grafana/data';
import * as ui from '@grafana/ui';
import * as d3 from 'd3';
import { render, screen } from '@testing-library/react';
import * as react from 'react';
import { panelProps } from './testing/panel-props.ts';

const MODULE = path.resolve(__dirname, '../dist/module.js');

/** What Grafana's loader shares from 12.3 on, of what this panel uses. */
const SHARED: Record<string, unknown> = {
  module: { uri: 'public/plugins/soundcheck-drift-panel/module.js' },
  react,
  d3,
  '@emotion/css': emotion,
  '@grafana/data': data,
  '@grafana/ui': ui,
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

  it('exports a panel plugin that draws', () => {
    const { plugin } = exported;
    expect(plugin).toBeInstanceOf(data.PanelPlugin);
    const panel = plugin instanceof data.PanelPlugin ? plugin.panel : null;
    render(panel && react.createElement(panel, panelProps([])));
    expect(screen.getByRole('alert')).toHaveTextContent('No data in this time range');
  });
});
