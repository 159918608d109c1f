import type { BuiltPlugin } from './plugins.ts';
import type { DataSource } from './provisioning/data-sources.ts';

/** The part of Grafana's `window.grafanaBootData` that its packages and our plugins read. */
export function bootData(dataSources: DataSource[], plugins: BuiltPlugin[]) {
  return {
    assets: { dark: '', light: '' },
    navTree: [],
    user: {
      id: 1,
      login: 'preview',
      name: 'Preview',
      isSignedIn: true,
      orgId: 1,
      orgRole: 'Admin',
      timezone: 'browser',
    },
    settings: frontendSettings(dataSources, plugins),
  };
}

/** Answer of `GET /api/frontend/settings`, as far as it is read. */
export function frontendSettings(dataSources: DataSource[], plugins: BuiltPlugin[]) {
  const metas = plugins.map(pluginMeta);
  const settings = dataSources.map((dataSource, index) => {
    const meta = metas.find(({ id }) => id === dataSource.type) ?? coreMeta(dataSource.type);
    return dataSourceSettings(dataSource, index + 1, meta);
  });
  const defaultName = dataSources.find(({ isDefault }) => isDefault)?.name ?? dataSources[0]?.name ?? '';
  return {
    appUrl: '/',
    appSubUrl: '',
    buildInfo: { version: '13.2.2', commit: 'preview', env: 'production', edition: 'Preview, not Grafana' },
    datasources: Object.fromEntries([...settings, mixed(), ownAnnotations()].map((one) => [one.name, one])),
    defaultDatasource: defaultName,
    panels: Object.fromEntries(metas.filter(({ type }) => type === 'panel').map((meta) => [meta.id, meta])),
    apps: {},
    featureToggles: {},
    unifiedAlertingEnabled: true,
    liveEnabled: false,
  };
}

/** Answer of `GET /api/datasources/uid/:uid`: what a config editor gets. Secrets only as "is set". */
export function dataSourceDetails({ secureJsonData, editable, ...dataSource }: DataSource) {
  return {
    ...dataSource,
    id: 1,
    orgId: 1,
    version: 1,
    readOnly: !editable,
    typeName: dataSource.type,
    typeLogoUrl: '',
    user: '',
    database: '',
    withCredentials: false,
    secureJsonFields: Object.fromEntries(Object.keys(secureJsonData).map((key) => [key, true])),
  };
}

function dataSourceSettings({ name, uid, type, isDefault, access, jsonData }: DataSource, id: number, meta: object) {
  return {
    id,
    uid,
    type,
    name,
    meta,
    url: `/api/datasources/proxy/uid/${uid}`,
    isDefault,
    access,
    jsonData,
    readOnly: true,
  };
}

const mixed = () => builtIn('-- Mixed --', { ...coreMeta('mixed'), mixed: true });
const ownAnnotations = () => builtIn('-- Grafana --', { ...coreMeta('grafana'), annotations: true });

/** A data source that nobody provisions. */
function builtIn(name: string, meta: { id: string; [more: string]: unknown }) {
  return {
    id: 0,
    uid: name,
    type: meta.id,
    name,
    meta: { ...meta, builtIn: true },
    url: '',
    isDefault: false,
    access: 'proxy',
    jsonData: {},
    readOnly: true,
  };
}

function pluginMeta({ json }: BuiltPlugin) {
  const baseUrl = `/public/plugins/${json.id}`;
  const { small, large } = json.info.logos;
  const logos = { small: `${baseUrl}/${small}`, large: `${baseUrl}/${large}` };
  return { ...json, info: { ...json.info, logos }, baseUrl, module: `${baseUrl}/module.js` };
}

/** A plain cylinder in grey: stand-ins do not wear others' logos. */
const STAND_IN_LOGO =
  'data:image/svg+xml,' +
  encodeURIComponent(
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" fill="none" stroke="#8e8e99" stroke-width="2">' +
      '<ellipse cx="12" cy="5" rx="8" ry="3"/><path d="M4 5v14c0 4 16 4 16 0V5M4 12c0 4 16 4 16 0"/></svg>'
  );

/** Data source types of Grafana itself, for which the page has stand-ins (or says that it has none). */
function coreMeta(type: string) {
  const logos = { small: STAND_IN_LOGO, large: STAND_IN_LOGO };
  const info = { author: { name: '' }, description: '', links: [], logos, screenshots: [], updated: '', version: '' };
  return {
    id: type,
    type: 'datasource',
    name: type,
    info,
    baseUrl: '',
    module: `core:${type}`,
    metrics: ['prometheus', 'loki', 'grafana-testdata-datasource'].includes(type),
    logs: type === 'loki',
  };
}
