import { ask } from '../../core/ask.ts';
import { CoreError } from '../../core/io.ts';
import type { Operation } from '../../core/io.ts';
import type { Context, TrustyQuery } from '../../core/operations.ts';
import type { Field, Frame } from '../../frames/contract.ts';
import { tableFrame, warning } from '../../frames/table.ts';
import { decodeTags } from '../../service/decode-info.ts';
import { decodeReply } from '../../service/decode-reply.ts';
import { TAGS } from '../../service/requests.ts';
import { detect } from '../service/detect.ts';
import { namesOfKeys, unknownFeatures } from './chosen-features.ts';
import { chooseReference } from './compute-plan.ts';
import { downloadSide, SIDES } from './download.ts';
import type { SideName, SideRows } from './download.ts';
import { DOWNLOAD_OFF, mispaired, modelOf, refusePython } from './refuse-rows.ts';

interface Part extends SideRows {
  side: SideName;
}

/** One feature of all sides; a side without it has no values. */
function featureField(key: string, name: string, parts: readonly Part[]): Field {
  const columns = parts.map(({ rows }) => ({ rows, column: rows.columns.find((one) => one.name === key) }));
  const numeric = columns.every(({ column }) => column === undefined || column.numbers !== undefined);
  const values = columns.flatMap(({ rows, column }): Array<number | string | null> => {
    const { numbers, texts } = column ?? {};
    if (numbers) {
      return Array.from(numbers, (value) => (numeric ? value : String(value)));
    }
    return texts ?? Array.from(rows.times, () => null);
  });
  return { name, type: numeric ? 'number' : 'string', config: { displayNameFromDS: name }, values };
}

/**
 * `rows`: stored rows of a Java service, one wide table: time of ingestion, side, and a column a feature.
 * @throws CoreError where the service hands out none, or pairs them with wrong tags
 */
export function* rows(query: TrustyQuery, context: Context): Operation<Frame[]> {
  const service = yield* detect(context);
  refusePython(service);
  const { id, model } = modelOf(query, service);
  const wrong = mispaired(model, context);
  if (wrong !== undefined) {
    throw new CoreError(wrong);
  }
  const tags = decodeReply(TAGS, yield* ask(TAGS), decodeTags).get(id) ?? [];
  const referenceTag = query.side === 'current' ? undefined : chooseReference({ ...query, model: id }, tags);
  const parts: Part[] = [];
  for (const side of SIDES.filter((one) => query.side === undefined || query.side === one)) {
    const found = yield* downloadSide(side, { query, context, model: id, tags, referenceTag });
    if (found === undefined) {
      throw new CoreError(DOWNLOAD_OFF);
    }
    parts.push({ side, ...found });
  }
  const keys = [...new Set(parts.flatMap((part) => part.rows.columns.map(({ name }) => name)))];
  const names = namesOfKeys(query, model?.columns ?? [], keys);
  const times = parts.flatMap((part) => Array.from(part.rows.times));
  const sides = parts.flatMap((part) => Array.from(part.rows.times, () => part.side));
  const frame = tableFrame('rows', [], [], {
    refId: query.refId,
    notices: [...parts.flatMap(({ notices }) => notices), ...unknownFeatures(query, names)].map(warning),
    executedQueryString: parts.map(({ executed }) => executed).join('\n'),
    soundcheck: { role: 'rows', ...(query.side ? { side: query.side } : {}) },
  });
  const fields: Field[] = [
    { name: 'time', type: 'time', values: Float64Array.from(times) },
    { name: 'side', type: 'string', values: sides },
    ...names.map(({ key, name }) => featureField(key, name, parts)),
  ];
  return [{ ...frame, fields }];
}
