import { PanelPlugin } from '@grafana/data';
import { Centered } from './centered.tsx';
import { standInMeta } from './stand-in-meta.ts';

/** Stands where a dashboard asks for a panel that the preview does not have. */
export function missingPanel(id: string): PanelPlugin {
  const plugin = new PanelPlugin(() => (
    <Centered>
      The preview has no panel of type “{id}”. It has time series, stat, table and text, and the plugins of this
      project; a Grafana has the rest.
    </Centered>
  ));
  plugin.meta = standInMeta(id, id);
  return plugin;
}
