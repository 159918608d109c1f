import { config } from '@grafana/runtime';
import type { TrustyJsonData } from '../query/types.ts';

/** Whether to offer schedule changes at all. The back end checks setting and role again, for every form of the request. */
export function maySchedule({ scheduling }: TrustyJsonData): boolean {
  const { orgRole, isGrafanaAdmin } = config.bootData.user;
  return scheduling === 'editors' && (isGrafanaAdmin || orgRole === 'Editor' || orgRole === 'Admin');
}
