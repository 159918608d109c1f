import { createDataFrame, DataFrameType, FieldType, type DataFrame } from '@grafana/data';
import { LoggedRows, type FieldType as ContractType } from '@soundcheck/query';
import type { Progress } from '../../run/analyst.ts';
import type { Problem } from '../data-set.ts';
import { timeField } from '../frame-columns.ts';
import { titleOf } from '../reader.ts';

/** Lines between two yields: each is a JSON of a kilobyte or so. */
const SLICE = 200;

const fieldTypes: Record<ContractType, FieldType> = {
  time: FieldType.time,
  number: FieldType.number,
  string: FieldType.string,
  boolean: FieldType.boolean,
};

/** True for log lines, as Loki and other data sources of logs give them. */
export function isLogs({ meta }: DataFrame): boolean {
  return meta?.preferredVisualisationType === 'logs' || meta?.type === DataFrameType.LogLines;
}

/**
 * Frames with log lines of inference requests made into frames of rows, a column a feature; other frames as they are. Log
 * lines without any request body become a problem.
 */
export function* withLoggedRequests(
  frames: readonly DataFrame[],
  problems: Problem[]
): Generator<Progress, DataFrame[], void> {
  const all: DataFrame[] = [];
  for (const frame of frames) {
    const rows = isLogs(frame) ? yield* readLines(frame, problems) : frame;
    all.push(...(rows ? [rows] : []));
  }
  return all;
}

function* readLines(frame: DataFrame, problems: Problem[]): Generator<Progress, DataFrame | undefined, void> {
  const lines: ArrayLike<unknown> = frame.fields.find(({ type }) => type === FieldType.string)?.values ?? [];
  const times: ArrayLike<unknown> = timeField(frame)?.values ?? [];
  const rows = new LoggedRows();
  for (let i = 0; i < lines.length; i++) {
    const time = times[i];
    rows.add(typeof time === 'number' ? time : NaN, String(lines[i] ?? ''));
    if (i % SLICE === SLICE - 1) {
      yield { share: i / lines.length, doing: 'reading logged requests' };
    }
  }
  const found = rows.frame(frame.refId);
  if (rows.without > 0) {
    problems.push({
      what: `${titleOf(frame)}: ${rows.without} of ${rows.read} log lines hold no request body that can be read`,
      remedy: 'Ask for lines with whole, unmasked bodies of the KServe protocol, e.g. by |= "inputs".',
    });
  }
  return (
    found &&
    createDataFrame({
      name: found.name,
      refId: found.refId,
      fields: found.fields.map(({ name, type, values }) => ({
        name,
        type: fieldTypes[type],
        config: {},
        values: Array.from<unknown>(values),
      })),
    })
  );
}
