import { readFileSync } from 'node:fs';
import * as v from 'valibot';

const text = v.pipe(v.string(), v.minLength(1));
const count = v.pipe(v.number(), v.integer(), v.minValue(1));

const schema = v.strictObject({
  /** Folder that `scenarios prepare` wrote. */
  scenario: text,
  /** The monitors.yaml that a new version is written into. */
  monitors: text,
  /** Folder that `soundcheck render` writes to, and that Prometheus reads its rules from. */
  rendered: text,
  trustyai: text,
  modelServer: text,
  prometheus: text,
  /** Seconds that the training itself takes. */
  trainingSeconds: v.pipe(v.number(), v.minValue(0)),
  /** Rows of the new reference, and of a window. */
  referenceRows: count,
  batch: count,
});

/** What the pipeline works on. */
export type Config = v.InferOutput<typeof schema>;

/** @throws Error with a sentence where the file is not what demo/start writes */
export function readConfig(file: string): Config {
  const { success, output, issues } = v.safeParse(schema, JSON.parse(readFileSync(file, 'utf8')));
  if (!success) {
    throw new Error(`${file}: ${v.getDotPath(issues[0]) ?? ''} ${issues[0].message}. demo/start writes this file.`);
  }
  return output;
}
