import type { DataSourceSettings } from '@grafana/data';
import type { TrustyJsonData, TrustySecureJsonData } from '../query/types.ts';

export type Options = DataSourceSettings<TrustyJsonData, TrustySecureJsonData>;

/** A header that goes to the service with every call. Its value is a secret, so a saved one is not known here. */
export interface Header {
  name: string;
  /** Typed and not yet saved. */
  value?: string;
  /** Number under which Grafana keeps a saved value. */
  savedAt?: number;
}

const NAME = 'httpHeaderName';
const VALUE = 'httpHeaderValue';

function without<T extends object>(settings: T, prefix: string): T {
  const kept = { ...settings };
  for (const key of Object.keys(kept).filter((one) => one.startsWith(prefix))) {
    Reflect.deleteProperty(kept, key);
  }
  return kept;
}

/** The headers in the order of their numbers. */
export function headersOf({ jsonData, secureJsonData, secureJsonFields }: Options): Header[] {
  const names: Readonly<Record<string, unknown>> = { ...jsonData };
  const values: Readonly<Record<string, unknown>> = { ...secureJsonData };
  return Object.keys(names)
    .filter((key) => key.startsWith(NAME))
    .map((key) => Number(key.slice(NAME.length)))
    .sort((a, b) => a - b)
    .map((number): Header => {
      const value = values[`${VALUE}${String(number)}`];
      return {
        name: String(names[`${NAME}${String(number)}`]),
        ...(typeof value === 'string' && value !== '' ? { value } : {}),
        ...(secureJsonFields?.[`${VALUE}${String(number)}`] ? { savedAt: number } : {}),
      };
    });
}

/**
 * Options with exactly these headers, numbered from 1 without a gap, as Grafana's HTTP client reads them. A saved value
 * cannot be moved to another number: there the header stands without its value, to be typed again, and the value saved
 * under that number for another header is wiped.
 */
export function withHeaders(options: Options, headers: readonly Header[]): Options {
  const names: Record<string, string> = {};
  const values: Record<string, string> = {};
  const saved: Record<string, boolean> = {};
  headers.forEach(({ name, value, savedAt }, i) => {
    const number = String(i + 1);
    names[`${NAME}${number}`] = name;
    saved[`${VALUE}${number}`] = value === undefined && savedAt === i + 1;
    if (value !== undefined || savedAt !== i + 1) {
      values[`${VALUE}${number}`] = value ?? '';
    }
  });
  return {
    ...options,
    jsonData: { ...without(options.jsonData, NAME), ...names },
    secureJsonData: { ...without(options.secureJsonData ?? {}, VALUE), ...values },
    secureJsonFields: { ...without(options.secureJsonFields ?? {}, VALUE), ...saved },
  };
}
