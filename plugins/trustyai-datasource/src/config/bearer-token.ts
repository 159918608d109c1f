import type { DataSourceSettings } from '@grafana/data';
import type { TrustyJsonData, TrustySecureJsonData } from '../query/types.ts';

export type Options = DataSourceSettings<TrustyJsonData, TrustySecureJsonData>;

/** Id of the token among the authentication methods. */
export const TOKEN_METHOD = 'custom-token';

const HEADER = 'Authorization';

/** A token is the standard custom header `Authorization`: provisioning files and Grafana's HTTP client know it. */
export function usesToken(options: Options): boolean {
  return options.jsonData.httpHeaderName1 === HEADER;
}

export function tokenIsSet(options: Options): boolean {
  return Boolean(options.secureJsonFields?.['httpHeaderValue1']);
}

/** Keeps the token as a secret; pasted with or without "Bearer". */
export function withToken(options: Options, pasted: string): Options {
  const token = pasted.trim().replace(/^Bearer\s+/i, '');
  return {
    ...options,
    jsonData: { ...options.jsonData, httpHeaderName1: HEADER },
    secureJsonData: { ...options.secureJsonData, httpHeaderValue1: token === '' ? '' : `Bearer ${token}` },
  };
}

export function withoutToken(options: Options): Options {
  return {
    ...options,
    secureJsonFields: { ...options.secureJsonFields, httpHeaderValue1: false },
    secureJsonData: { ...options.secureJsonData, httpHeaderValue1: '' },
  };
}

/** Chooses an authentication method; the settings of the others are taken away. */
export function withMethod(options: Options, method: string): Options {
  const { httpHeaderName1: _, ...jsonData } = options.jsonData;
  const base = {
    ...options,
    basicAuth: method === 'BasicAuth',
    withCredentials: method === 'CrossSiteCredentials',
    jsonData: { ...jsonData, oauthPassThru: method === 'OAuthForward' },
  };
  return method === TOKEN_METHOD ? { ...base, jsonData: { ...base.jsonData, httpHeaderName1: HEADER } } : base;
}
