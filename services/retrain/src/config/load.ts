import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { parseDocument } from 'yaml';
import { Problem, reasonOf } from '../problem.ts';
import { configSchema } from './schema.ts';
import type { Config } from './schema.ts';

export type Environment = Record<string, string | undefined>;

/** @throws Problem that names the file, the place and what is wrong. */
export function loadConfig(file: string, environment: Environment): Config {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    throw new Problem(`The configuration ${file} cannot be read: ${reasonOf(error)}. Name it with --config.`);
  }
  return readConfig(text, file, environment);
}

/** As `loadConfig`, from the text of a file. */
export function readConfig(text: string, file: string, environment: Environment): Config {
  const document = parseDocument(text);
  const [mistake] = document.errors;
  if (mistake) {
    throw new Problem(`${file} is not YAML: ${mistake.message.split('\n')[0]}`);
  }
  const filled = fill(document.toJS(), [], { file, environment });
  const parsed = v.safeParse(configSchema, filled);
  if (!parsed.success) {
    throw new Problem(
      `${file}: ${parsed.issues.map(describe).join('; ')}. services/retrain/README.md shows every field.`
    );
  }
  return parsed.output;
}

interface Source {
  file: string;
  environment: Environment;
}

/** Values with their ${VARIABLES}; a variable without a value stops the start, since an empty secret opens doors. */
function fill(value: unknown, path: string[], source: Source): unknown {
  if (typeof value === 'string') {
    return value.replace(/\$\{(\w+)\}/g, (_, name: string) => {
      const filled = source.environment[name];
      if (!filled) {
        const where = path.join('.');
        throw new Problem(
          `${source.file}: ${where} needs the environment variable ${name}, which is not set. Set it and start again.`
        );
      }
      return filled;
    });
  }
  if (Array.isArray(value)) {
    return value.map((item, index) => fill(item, [...path, String(index)], source));
  }
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, fill(item, [...path, key], source)]));
  }
  return value;
}

/** Says what is expected, and never what was given, which may be a secret. */
function describe(issue: v.BaseIssue<unknown>): string {
  const where = v.getDotPath(issue);
  if (issue.type === 'strict_object' && issue.expected === 'never') {
    return `"${where}" is no known field`;
  }
  if (where !== null && issue.received === 'undefined') {
    return `"${where}" is missing`;
  }
  const what = issue.kind === 'schema' ? `must be ${issue.expected ?? issue.type}` : issue.message;
  return where ? `"${where}" ${what}` : `the file ${what}`;
}
