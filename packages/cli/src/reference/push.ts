import { CoreError, errorOf } from '@soundcheck/query';
import { httpExchange } from '@soundcheck/query/node';
import { namingRequests } from '@soundcheck/monitors';
import type { Reference } from '@soundcheck/monitors';
import { readCsv } from '../csv/read-csv.ts';
import { headersOf } from '../service/address.ts';
import { callsTo } from '../service/calls.ts';
import type { Calls } from '../service/calls.ts';
import { forTheCommand } from '../service/for-the-command.ts';
import { waitForService } from '../service/wait-for-service.ts';
import type { PushOptions } from './options.ts';
import { prepare } from './prepare.ts';
import type { Target } from './target.ts';
import { upload } from './upload.ts';
import type { Service } from './upload.ts';

/** What is stored now. */
export interface Pushed {
  url: string;
  dialect: 'java' | 'python';
  model: string;
  tag: string;
  /** Rows that this run sent. */
  sent: number;
  /** Rows under the tag, by the service's own count. */
  rows: number;
  /** All rows that the service has of the model. */
  storedRows: number;
  inputs: string[];
  outputs: string[];
  /** What is to be known about it. */
  notes: string[];
  /** What is left to do. */
  findings: string[];
}

/** A quote or comma in a tag breaks `/info/tags` for every model of a Java service on files. */
function checkTag(tag: string, dialect: Pushed['dialect']): void {
  if (dialect === 'java' && /[",\r\n]/.test(tag)) {
    throw new CoreError(`A quote or comma in a tag breaks a Java service for all models: choose another than ${tag}.`);
  }
}

/** The first row of the file to send. */
function firstRow({ tag, existing }: PushOptions, model: string, before: number, rows: number): number {
  if (before === 0 || existing === 'append') {
    return 0;
  }
  if (existing === 'refuse') {
    throw new CoreError(
      `${tag} has ${before.toLocaleString('en-US')} rows of ${model} already: choose another tag, add to it with --append, or go on after a broken upload with --resume.`
    );
  }
  if (before > rows) {
    throw new CoreError(
      `${tag} has ${before.toLocaleString('en-US')} rows of ${model}, more than the ${rows.toLocaleString('en-US')} of the file: it is not the beginning of it. Choose another tag.`
    );
  }
  return before;
}

async function name(reference: Reference, service: Service, calls: Calls): Promise<string[]> {
  const { columns } = await calls.columns(reference.model);
  for (const request of namingRequests(reference, reference, columns)) {
    const failure = errorOf(request, await service.send(request));
    if (failure) {
      return [`The rows are stored, but the columns keep the names of the tensors: ${forTheCommand(failure.message)}`];
    }
  }
  return [];
}

/** Java: among how many rows the service looks for its reference, where nothing is said. */
const usualBatchSize = 5000;

function notesOf({ dialect, storedRows, tag }: Pushed, known: number, batchSize = usualBatchSize): string[] {
  if (dialect === 'python') {
    return [];
  }
  const limit = batchSize.toLocaleString('en-US');
  return [
    ...(known === 0
      ? [`A Java service may list nothing after a restart: if it had rows of ${tag} before, it has these besides.`]
      : []),
    ...(storedRows >= batchSize
      ? [
          `The Java service looks for the reference among its last ${limit} rows only, so it loses it as inferences come: make the schedules now (soundcheck reconcile), and raise SERVICE_BATCH_SIZE.`,
        ]
      : []),
  ];
}

/**
 * Stores the file's rows and counts what arrived.
 * @throws CoreError where nothing, or not all, is stored
 */
export async function push(target: Target, options: PushOptions, say: (sentence: string) => void): Promise<Pushed> {
  const { address, model } = target;
  const { tag } = options;
  const csv = readCsv(options.csv);
  if (csv.rows.length < 2) {
    throw new CoreError(`${csv.file} has one row: a reference needs two or more.`);
  }
  await waitForService(address, options.waitMs, say);
  const calls = callsTo(address);
  const { dialect, models } = await calls.report();
  checkTag(tag, dialect);
  const { columns } = await calls.columns(model);
  const reference = prepare(csv, options, { dialect, model, columns });
  const tagRows = async () => (await calls.tags(model)).tags.find((one) => one.name === tag)?.rows ?? 0;
  const before = await tagRows();
  const from = firstRow(options, model, before, csv.rows.length);
  const service = { send: httpExchange({ baseUrl: address.url, headers: headersOf(address) }), rows: tagRows };
  const to = csv.rows.length;
  await upload(service, { reference, from, to, chunk: options.chunk, before, say });
  const rows = await tagRows();
  if (rows !== before + to - from) {
    throw new CoreError(
      `All uploads were taken, but TrustyAI counts ${rows.toLocaleString('en-US')} rows as ${tag} of ${model} where ${(before + to - from).toLocaleString('en-US')} should be: do not use this tag, and look at the service's log.`
    );
  }
  const findings = await name(reference, service, calls);
  const after = (await calls.report()).models.find((one) => one.id === model);
  const pushed: Pushed = {
    ...{ url: address.url, dialect, model, tag, sent: to - from, rows },
    storedRows: after?.observations ?? rows,
    inputs: reference.inputs.columns.map((column) => column.name),
    outputs: reference.outputs.columns.map((column) => column.name),
    notes: [],
    findings,
  };
  const broken = pushed.storedRows < pushed.rows;
  return {
    ...pushed,
    notes: notesOf(pushed, models.length, options.serviceBatchSize ?? address.batchSize),
    findings: broken
      ? [
          ...findings,
          `TrustyAI counts fewer rows in all (${String(pushed.storedRows)}) than under ${tag}: an upload broke in it before, and drift of ${model} cannot be computed any more. Delete its data and begin again.`,
        ]
      : findings,
  };
}
