import { formatCount, formatLevel } from '../../catalogue/limits.ts';
import { ask } from '../../core/ask.ts';
import { CoreError } from '../../core/io.ts';
import type { Operation } from '../../core/io.ts';
import type { Context, TrustyQuery } from '../../core/operations.ts';
import type { Frame } from '../../frames/contract.ts';
import { distributionFrame, momentsFrame } from '../../frames/distribution-frames.ts';
import type { FeatureSamples } from '../../frames/distribution-frames.ts';
import { info, warning } from '../../frames/table.ts';
import { columnOf } from '../../service/decode-download.ts';
import { decodeFittings } from '../../service/decode-fittings.ts';
import type { Fitting } from '../../service/decode-fittings.ts';
import { decodeReply } from '../../service/decode-reply.ts';
import { ALL_SCHEDULES } from '../../service/requests.ts';
import { detect } from '../service/detect.ts';
import { tagsOf } from '../service/tags.ts';
import { namesOfKeys, unknownFeatures } from './chosen-features.ts';
import { chooseReference } from './compute-plan.ts';
import { downloadSide, SIDES } from './download.ts';
import type { RowsWanted, SideName, SideRows } from './download.ts';
import { DOWNLOAD_OFF, mispaired, modelOf, refusePython } from './refuse-rows.ts';

/** Where the reference distributions come from. */
interface Reference {
  /** By the name that the source has for a feature. */
  samples: Map<string, Float64Array>;
  origin: string;
  exact: boolean;
}

function scheduleName({ schedule }: Fitting): string {
  return schedule.requestName === undefined ? `a schedule without a name` : `the schedule ${schedule.requestName}`;
}

/** The reference inside an approximate KS schedule: the whole sample up to 1,000 rows. */
function fromSketch(fittings: readonly Fitting[]): Reference | undefined {
  const [found] = fittings.filter(({ sketches }) => sketches.size > 0);
  const [first] = found?.sketches.values() ?? [];
  if (found === undefined || first === undefined) {
    return undefined;
  }
  const n = formatCount(first.sorted.length);
  const exact = [...found.sketches.values()].every((sketch) => sketch.exact);
  const how = exact ? `exact sample of ${n} rows` : `sketch of ${n} rows, rank error ${formatLevel(first.epsilon)}`;
  return {
    samples: new Map([...found.sketches].map(([column, { sorted }]) => [column, sorted])),
    origin: `Reference ${found.schedule.referenceTag ?? ''} as ${scheduleName(found)} keeps it: ${how}.`,
    exact,
  };
}

/** The features of one side by the names that its source has, read only where they are chosen. */
interface Side {
  keys: readonly string[];
  read: (key: string) => Float64Array | undefined;
}

/** Columns of texts have no bins. */
function storedSide({ rows }: SideRows): Side {
  const read = (key: string) => {
    const column = columnOf(rows, key);
    return column instanceof Float64Array ? column : undefined;
  };
  return { keys: rows.names, read };
}

function keptSide({ samples }: Reference): Side {
  return { keys: [...samples.keys()], read: (key) => samples.get(key) };
}

function* readFittings({ model, referenceTag }: RowsWanted): Operation<Fitting[]> {
  const reply = yield* ask(ALL_SCHEDULES);
  return decodeReply(ALL_SCHEDULES, reply, (json) =>
    decodeFittings(json, (schedule) => schedule.model === model && schedule.referenceTag === referenceTag)
  );
}

/** The sides that only stored rows can give, as far as the service gives them, and what stood in the way. */
interface Stored {
  sides: Partial<Record<SideName, SideRows>>;
  obstacle?: string;
}

function* readStored(sides: readonly SideName[], wanted: RowsWanted, mispaired?: string): Operation<Stored> {
  const stored: Stored = { sides: {}, obstacle: sides.length > 0 ? mispaired : undefined };
  for (const side of sides) {
    if (stored.obstacle === undefined) {
      const found = yield* downloadSide(side, wanted);
      stored.sides[side] = found;
      stored.obstacle = found ? undefined : DOWNLOAD_OFF;
    }
  }
  return stored;
}

const TO_KEEP_A_SAMPLE =
  'A schedule of the approximate KS test keeps the sample of its reference, and gives its distribution without rows.';

/**
 * `distribution`: counts by bins of equal shares of the reference. The reference comes from a schedule that keeps its
 * sample, else from stored rows; the current side from stored rows. Where only means and variances are kept, a table of
 * those.
 * @throws CoreError where the service has nothing to show, with what would help
 */
export function* distribution(query: TrustyQuery, context: Context): Operation<Frame[]> {
  const service = yield* detect(context);
  refusePython(service);
  const { id, model } = modelOf(query, service);
  const tags = yield* tagsOf(id, query.referenceTag);
  const referenceTag = query.side === 'current' ? undefined : chooseReference({ ...query, model: id }, tags);
  const wanted: RowsWanted = { query, context, model: id, tags, referenceTag };
  const fittings = referenceTag === undefined ? [] : yield* readFittings(wanted);
  const sketch = fromSketch(fittings);
  const missing = SIDES.filter((side) =>
    side === 'reference' ? referenceTag !== undefined && !sketch?.exact : query.side !== 'reference'
  );
  const { sides, obstacle } = yield* readStored(missing, wanted, mispaired(model, context));
  const reference = sides.reference ? storedSide(sides.reference) : sketch && keptSide(sketch);
  const current = sides.current && storedSide(sides.current);
  const calls = [
    sketch && !sides.reference ? 'GET /metrics/all/requests' : '',
    ...SIDES.map((side) => sides[side]?.executed),
  ];
  const notices = [
    ...(obstacle ? [warning(obstacle)] : []),
    ...SIDES.flatMap((side) => sides[side]?.notices ?? []).map(warning),
  ];
  const frame = { refId: query.refId, notices, executedQueryString: calls.filter(Boolean).join('\n') };
  const columns = model?.columns ?? [];
  if (reference === undefined && current === undefined) {
    const [kept] = fittings.filter(({ moments }) => moments.size > 0);
    if (kept === undefined) {
      throw new CoreError(`${obstacle ?? ''} ${TO_KEEP_A_SAMPLE}`);
    }
    const names = namesOfKeys(query, columns, [...kept.moments.keys()]);
    const moments = names.flatMap(({ key, name }) => {
      const found = kept.moments.get(key);
      return found ? [{ feature: name, ...found }] : [];
    });
    const origin = `Reference ${referenceTag ?? ''}: ${scheduleName(kept)} keeps no distribution, only mean, variance and rows. ${TO_KEEP_A_SAMPLE}`;
    return [momentsFrame(moments, { ...frame, notices: [info(origin), ...notices] })];
  }
  if (sketch && !sides.reference) {
    notices.unshift(info(sketch.origin));
  }
  const keys = [...new Set([...(reference?.keys ?? []), ...(current?.keys ?? [])])];
  const names = namesOfKeys(query, columns, keys);
  const samples: FeatureSamples[] = [];
  for (const feature of new Set(names.map(({ name }) => name))) {
    const own = names.filter(({ name }) => name === feature);
    const read = (side: Side | undefined) => side && own.flatMap(({ key }) => side.read(key) ?? [])[0];
    samples.push({ feature, reference: read(reference), current: read(current) });
    yield [];
  }
  notices.push(...unknownFeatures(query, names).map(warning));
  return [distributionFrame(samples, frame)];
}
