import { CoreError } from '../../core/io.ts';
import type { Operation } from '../../core/io.ts';
import type { Context, TrustyQuery } from '../../core/operations.ts';
import type { Field, Frame } from '../../frames/contract.ts';
import { tableFrame, warning } from '../../frames/table.ts';
import { columnOf } from '../../service/decode-download.ts';
import { detect } from '../service/detect.ts';
import { tagsOf } from '../service/tags.ts';
import { namesOfKeys, unknownFeatures } from './chosen-features.ts';
import { chooseReference } from './compute-plan.ts';
import { downloadSide, SIDES } from './download.ts';
import type { SideName, SideRows } from './download.ts';
import { DOWNLOAD_OFF, mispaired, modelOf, refusePython } from './refuse-rows.ts';

interface Part extends SideRows {
  side: SideName;
}

/** One feature of all sides; a side without it has no values there. */
function featureField(key: string, name: string, parts: readonly Part[]): Field {
  const columns = parts.map(({ rows }) => columnOf(rows, key));
  const config = { displayNameFromDS: name };
  if (columns.some(Array.isArray)) {
    const texts = columns.flatMap((column, i): Array<string | null> =>
      column ? Array.from<string | number, string>(column, String) : nothing(parts[i])
    );
    return { name, type: 'string', config, values: texts };
  }
  const values = new Float64Array(parts.reduce((sum, { rows }) => sum + rows.times.length, 0)).fill(NaN);
  let at = 0;
  columns.forEach((column, i) => {
    if (column instanceof Float64Array) {
      values.set(column, at);
    }
    at += parts[i]?.rows.times.length ?? 0;
  });
  return { name, type: 'number', config, values };
}

function nothing(part: Part | undefined): null[] {
  return Array.from({ length: part?.rows.times.length ?? 0 }, () => null);
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
  const tags = yield* tagsOf(id, query.referenceTag);
  const referenceTag = query.side === 'current' ? undefined : chooseReference({ ...query, model: id }, tags);
  const parts: Part[] = [];
  for (const side of SIDES.filter((one) => query.side === undefined || query.side === one)) {
    const found = yield* downloadSide(side, { query, context, model: id, tags, referenceTag });
    if (found === undefined) {
      throw new CoreError(DOWNLOAD_OFF);
    }
    parts.push({ side, ...found });
  }
  const keys = [...new Set(parts.flatMap(({ rows }) => rows.names))];
  const names = namesOfKeys(query, model?.columns ?? [], keys);
  const times = parts.flatMap(({ rows }) => Array.from(rows.times));
  const sides = parts.flatMap(({ rows, side }) => new Array<string>(rows.times.length).fill(side));
  const frame = tableFrame('rows', [], [], {
    refId: query.refId,
    notices: [...parts.flatMap(({ notices }) => notices), ...unknownFeatures(query, names)].map(warning),
    executedQueryString: parts.map(({ executed }) => executed).join('\n'),
    soundcheck: { role: 'rows', ...(query.side ? { side: query.side } : {}) },
  });
  const fields: Field[] = [
    { name: 'time', type: 'time', values: Float64Array.from(times) },
    { name: 'side', type: 'string', values: sides },
  ];
  for (const { key, name } of names) {
    fields.push(featureField(key, name, parts));
    yield [];
  }
  return [{ ...frame, fields }];
}
