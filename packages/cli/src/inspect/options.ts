import { accessSync, constants } from 'node:fs';
import type { Settings } from '@soundcheck/query';
import { parseArguments, UsageError } from '../arguments.ts';

export interface InspectOptions {
  url: string;
  token?: string;
  ca?: string;
  insecure: boolean;
  dialect: NonNullable<Settings['dialect']>;
  model?: string;
  json: boolean;
}

/** A URL of a service: http or https, no credentials, nothing after the path. */
export function checkedUrl(text: string | undefined): string {
  if (text === undefined) {
    throw new UsageError('Say which service: soundcheck inspect URL.');
  }
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || (url.protocol !== 'http:' && url.protocol !== 'https:')) {
    throw new UsageError(`"${text}" is no URL of a service: it must begin with http:// or https://.`);
  }
  if (url.username !== '' || url.password !== '') {
    throw new UsageError('The URL holds a user name or password: give a bearer token in SOUNDCHECK_TOKEN instead.');
  }
  if (url.search !== '' || url.hash !== '') {
    throw new UsageError(`"${text}" goes on after the path: give the URL of the service only, up to its path.`);
  }
  return text;
}

function checkedDialect(text: string): InspectOptions['dialect'] {
  if (text === 'detect' || text === 'java' || text === 'python') {
    return text;
  }
  throw new UsageError(`The dialect "${text}" is not known: choose detect, java or python.`);
}

function checkedFile(path: string): string {
  try {
    accessSync(path, constants.R_OK);
    return path;
  } catch {
    throw new UsageError(`The certificate ${path} cannot be read: give a PEM file to --ca.`);
  }
}

function parse(args: readonly string[]) {
  return parseArguments({
    args: [...args],
    allowPositionals: true,
    options: {
      token: { type: 'string' },
      ca: { type: 'string' },
      insecure: { type: 'boolean', default: false },
      dialect: { type: 'string', default: 'detect' },
      model: { type: 'string' },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
}

/**
 * Reads the arguments of `soundcheck inspect`.
 * @returns "help" where that is asked for
 * @throws UsageError with a sentence
 */
export function parseOptions(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>
): InspectOptions | 'help' {
  const { values, positionals } = parse(args);
  if (values.help) {
    return 'help';
  }
  const [url, more] = positionals;
  if (more !== undefined) {
    throw new UsageError(`"${more}" is one argument too many: soundcheck inspects one URL at a time.`);
  }
  const token = values.token ?? env['SOUNDCHECK_TOKEN'];
  return {
    url: checkedUrl(url),
    ...(token ? { token } : {}),
    ...(values.ca === undefined ? {} : { ca: checkedFile(values.ca) }),
    insecure: values.insecure,
    dialect: checkedDialect(values.dialect),
    ...(values.model === undefined ? {} : { model: values.model }),
    json: values.json,
  };
}
