import {
  otherHeaders,
  TOKEN_METHOD,
  tokenIsSet,
  usesToken,
  withMethod,
  withOtherHeaders,
  withToken,
} from './bearer-token.ts';
import { headersOf, withHeaders, type Options } from './headers.ts';
import { blankOptions } from '../testing/options.ts';

/** Saved: a token, X-Team and X-Zone, each with a value. */
const saved: Options = {
  ...blankOptions,
  jsonData: { httpHeaderName1: 'Authorization', httpHeaderName2: 'X-Team', httpHeaderName3: 'X-Zone' },
  secureJsonFields: { httpHeaderValue1: true, httpHeaderValue2: true, httpHeaderValue3: true, tlsCACert: true },
};

it('headers that stay where they are keep their saved values', () => {
  const same = withHeaders(saved, headersOf(saved));
  expect(same).toEqual({ ...saved, secureJsonData: {} });
});

it('a header that moves up loses its value, and never gets that of another', () => {
  const [token, , zone] = headersOf(saved);
  const moved = withHeaders(
    saved,
    [token, zone].flatMap((one) => one ?? [])
  );
  expect(moved.jsonData).toEqual({ httpHeaderName1: 'Authorization', httpHeaderName2: 'X-Zone' });
  expect(moved.secureJsonFields).toEqual({ httpHeaderValue1: true, httpHeaderValue2: false, tlsCACert: true });
  expect(moved.secureJsonData).toEqual({ httpHeaderValue2: '' });
});

it('other headers stand beside the token, which keeps its value', () => {
  expect(otherHeaders(saved).map(({ name }) => name)).toEqual(['X-Team', 'X-Zone']);
  const more = withOtherHeaders(saved, [...otherHeaders(saved), { name: 'X-New', value: 'v' }]);
  expect(more.jsonData).toMatchObject({ httpHeaderName1: 'Authorization', httpHeaderName4: 'X-New' });
  expect(more.secureJsonData).toEqual({ httpHeaderValue4: 'v' });
  expect(tokenIsSet(more)).toBe(true);
});

it('another method takes the token away and leaves the other headers', () => {
  const basic = withMethod(saved, 'BasicAuth');
  expect(usesToken(basic)).toBe(false);
  expect(basic.basicAuth).toBe(true);
  expect(headersOf(basic).map(({ name }) => name)).toEqual(['X-Team', 'X-Zone']);
});

it('a token added later stands first, typed values move along', () => {
  const typed = withOtherHeaders(blankOptions, [{ name: 'X-Team', value: 'red' }]);
  const chosen = withMethod(typed, TOKEN_METHOD);
  expect(usesToken(chosen)).toBe(true);
  expect(headersOf(withToken(chosen, 'bearer abc'))).toEqual([
    { name: 'Authorization', value: 'Bearer abc' },
    { name: 'X-Team', value: 'red' },
  ]);
});
