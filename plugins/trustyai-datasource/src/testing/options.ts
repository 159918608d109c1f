import { type Options } from '../config/headers.ts';

/** Settings of a data source that was just added. */
export const blankOptions: Options = {
  id: 1,
  uid: 'trusty',
  orgId: 1,
  name: 'TrustyAI',
  typeLogoUrl: '',
  type: 'soundcheck-trustyai-datasource',
  typeName: 'TrustyAI (Soundcheck)',
  access: 'proxy',
  url: '',
  user: '',
  database: '',
  basicAuth: false,
  basicAuthUser: '',
  isDefault: false,
  jsonData: {},
  secureJsonFields: {},
  readOnly: false,
  withCredentials: false,
};
