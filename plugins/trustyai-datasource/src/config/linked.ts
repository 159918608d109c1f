import { getDataSourceSrv } from '@grafana/runtime';
import { t } from '../i18n/translate.ts';

/** A data source that ours reads beside the service. */
export interface Linked {
  name: string;
  /** Plugin ids that speak its language. */
  types: string[];
}

/** Amazon's and Azure's managed Prometheus are plugins of their own. */
export const PROMETHEUS: Linked = {
  name: 'Prometheus',
  types: ['prometheus', 'grafana-amazonprometheus-datasource', 'grafana-azureprometheus-datasource'],
};

export const LOKI: Linked = { name: 'Loki', types: ['loki'] };

/** Why a linked data source cannot be used; undefined: it is there and of the right type. */
export function linkProblem(uid: string | undefined, { name, types }: Linked): string | undefined {
  if (!uid) {
    return undefined;
  }
  const found = getDataSourceSrv().getInstanceSettings(uid);
  if (!found) {
    return t(
      'config.link.missing',
      'There is no data source with the uid {{uid}} any more: choose a {{name}} data source, or clear the choice.',
      { uid, name }
    );
  }
  return types.includes(found.type)
    ? undefined
    : t('config.link.type', '{{found}} is of type {{type}}: choose a {{name}} data source.', {
        found: found.name,
        type: found.type,
        name,
      });
}
