import { headersOf, withHeaders, type Header, type Options } from './headers.ts';

/** Id of the token among the authentication methods. */
export const TOKEN_METHOD = 'custom-token';

const HEADER = 'Authorization';

const isToken = ({ name }: Header) => name.toLowerCase() === HEADER.toLowerCase();

/** A token is the standard custom header `Authorization`: provisioning files and Grafana's HTTP client know it. */
export function usesToken(options: Options): boolean {
  return headersOf(options).some(isToken);
}

export function tokenIsSet(options: Options): boolean {
  return headersOf(options).some((header) => isToken(header) && header.savedAt !== undefined);
}

/** The token as it is typed. */
export function typedToken(options: Options): string {
  return (
    headersOf(options)
      .find(isToken)
      ?.value?.replace(/^Bearer /, '') ?? ''
  );
}

/** The headers beside the token. */
export function otherHeaders(options: Options): Header[] {
  return headersOf(options).filter((header) => !isToken(header));
}

/** Options with other headers; the token keeps its place at the front. */
export function withOtherHeaders(options: Options, others: readonly Header[]): Options {
  return withHeaders(options, [...headersOf(options).filter(isToken), ...others]);
}

/** Keeps the token as a secret; pasted with or without "Bearer". An empty one is asked for again. */
export function withToken(options: Options, pasted: string): Options {
  const token = pasted.trim().replace(/^Bearer\s+/i, '');
  return withHeaders(options, [
    { name: HEADER, value: token === '' ? '' : `Bearer ${token}` },
    ...otherHeaders(options),
  ]);
}

/** Chooses an authentication method; the settings of the others are taken away. */
export function withMethod(options: Options, method: string): Options {
  const base: Options = {
    ...options,
    basicAuth: method === 'BasicAuth',
    withCredentials: method === 'CrossSiteCredentials',
    jsonData: { ...options.jsonData, oauthPassThru: method === 'OAuthForward' },
  };
  if (method !== TOKEN_METHOD) {
    return withHeaders(base, otherHeaders(base));
  }
  return usesToken(base) ? base : withHeaders(base, [{ name: HEADER, value: '' }, ...otherHeaders(base)]);
}
