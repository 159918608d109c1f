import * as emotion from '@emotion/css';
import * as data from '@grafana/data';
import * as runtime from '@grafana/runtime';
import * as ui from '@grafana/ui';
import * as d3 from 'd3';
import * as i18next from 'i18next';
import * as react from 'react';
import * as rxjs from 'rxjs';

/** What Grafana's loader shares, of what the panel asks for. */
const SHARED: Record<string, unknown> = {
  '@emotion/css': emotion,
  '@grafana/data': data,
  '@grafana/runtime': runtime,
  '@grafana/ui': ui,
  ...{ d3, i18next, react, rxjs },
};

/** Loads the built module as Grafana does: an AMD file, its other files from the same folder. */
export async function loadPlugin(address: string): Promise<data.PanelPlugin> {
  const source = await (await fetch(address)).text();
  let exported: Record<string, unknown> = {};
  const define = (names: string[], factory: (...modules: unknown[]) => Record<string, unknown>) => {
    const missing = names.filter((name) => name !== 'module' && !(name in SHARED));
    if (missing.length > 0) {
      throw new Error(`The panel asks for ${missing.join(', ')}, which this page does not share.`);
    }
    exported = factory(...names.map((name) => (name === 'module' ? { uri: address } : SHARED[name])));
  };
  new Function('define', source)(define);
  const { plugin } = exported;
  if (!(plugin instanceof data.PanelPlugin)) {
    throw new Error(`${address} exports no panel.`);
  }
  return plugin;
}
