import { readFileSync } from 'node:fs';
import * as v from 'valibot';

const text = v.pipe(v.string(), v.minLength(1));
const count = v.pipe(v.number(), v.integer(), v.minValue(1));

/** What Node gets before a program's own arguments. */
const program = v.pipe(v.array(text), v.minLength(1));

const schema = v.strictObject({
  programs: v.strictObject({ soundcheck: program, scenarios: program }),
  /** Folder that `scenarios prepare` wrote. */
  scenario: text,
  /** The monitors.yaml that a new version is written into. */
  monitors: text,
  /** Folder that `soundcheck render` writes to, and that Prometheus and Grafana read their rules from. */
  rendered: text,
  trustyai: text,
  modelServer: text,
  prometheus: text,
  /** Told to read its rules anew, as admin with GF_SECURITY_ADMIN_PASSWORD; without it only Prometheus has rules. */
  grafana: v.optional(text),
  /** Seconds that the training itself takes. */
  trainingSeconds: v.pipe(v.number(), v.minValue(0)),
  /** Rows of the new reference, and of a window. */
  referenceRows: count,
  batch: count,
});

/** What the pipeline works on. */
export type Config = v.InferOutput<typeof schema>;

/** @throws Error with a sentence where a field is missing, wrong or unknown */
export function readConfig(file: string): Config {
  const { success, output, issues } = v.safeParse(schema, JSON.parse(readFileSync(file, 'utf8')));
  if (!success) {
    throw new Error(`${file}: ${v.getDotPath(issues[0]) ?? 'all of it'}: ${issues[0].message}.`);
  }
  return output;
}
