import { PluginType, type PanelPluginMeta } from '@grafana/data';

/** Metadata of a stand-in for one of Grafana's core panels. */
export function standInMeta(id: string, name: string): PanelPluginMeta {
  const icon = '/public/build/img/icons/unicons/graph-bar.svg';
  const logos = { small: icon, large: icon };
  const info = { author: { name: '' }, description: '', links: [], logos, screenshots: [], updated: '', version: '' };
  return { id, name, type: PluginType.panel, info, module: '', baseUrl: '', sort: 100, skipDataQuery: id === 'text' };
}
