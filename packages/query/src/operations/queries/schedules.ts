import { catalogue } from '../../catalogue/catalogue.ts';
import { ask } from '../../core/ask.ts';
import { overLimit } from '../../catalogue/over-limit.ts';
import type { Operation } from '../../core/io.ts';
import { passesFilters } from '../../core/label-filters.ts';
import type { Context, TrustyQuery, WantedSchedule } from '../../core/operations.ts';
import type { Frame } from '../../frames/contract.ts';
import { tableFrame, warning } from '../../frames/table.ts';
import type { Column } from '../../frames/table.ts';
import { textOf } from '../../service/decode-reply.ts';
import type { Schedule } from '../../service/model.ts';
import { readPublished } from '../../service/published.ts';
import type { Published } from '../../service/published.ts';
import { ALL_SCHEDULES, METRICS } from '../../service/requests.ts';
import { detect } from '../service/detect.ts';
import { listSchedules } from '../service/schedules.ts';
import { filtersBy } from './models.ts';

/** A schedule as it is wanted, listed and published: at least one of them. */
interface Row {
  wanted?: WantedSchedule;
  schedule?: Schedule;
  published: readonly Published[];
}

function isWanted({ metric, model, batchSize, referenceTag }: Schedule, wanted: WantedSchedule): boolean {
  return (
    metric === wanted.metric &&
    model === wanted.model &&
    (wanted.batchSize === undefined || batchSize === wanted.batchSize) &&
    (wanted.referenceTag === undefined || referenceTag === wanted.referenceTag)
  );
}

/** Every schedule once: those listed, those published though no longer listed, and the wanted ones that are neither. */
function joinRows(wanted: readonly WantedSchedule[], schedules: readonly Schedule[], all: readonly Published[]): Row[] {
  const byRequest = new Map<string, Published[]>();
  for (const series of all) {
    const request = series.request ?? '';
    byRequest.set(request, [...(byRequest.get(request) ?? []), series]);
  }
  const listed = schedules.map((schedule): Row => {
    const published = byRequest.get(schedule.id) ?? [];
    byRequest.delete(schedule.id);
    return { schedule, published, wanted: wanted.find((one) => isWanted(schedule, one)) };
  });
  const unlisted = [...byRequest.values()].map((published): Row => ({ published }));
  const missing = wanted.filter((one) => !schedules.some((schedule) => isWanted(schedule, one)));
  return [...listed, ...unlisted, ...missing.map((one): Row => ({ wanted: one, published: [] }))];
}

/** Of all numbers of a schedule the one that speaks most for drift; of means, which say nothing of it, the first. */
function worst(published: readonly Published[]): Published | undefined {
  const weight = ({ metric, dialect, value }: Published) => {
    const meaning = catalogue[metric][dialect]?.meaning;
    return meaning && !Number.isNaN(value) ? overLimit(meaning, value, meaning.defaultLimit?.value ?? 1) : -Infinity;
  };
  return published.reduce<Published | undefined>(
    (most, one) => (most === undefined || weight(one) > weight(most) ? one : most),
    undefined
  );
}

/** What identifies a row, from the first that knows it. */
function identityOf({ schedule, wanted, published }: Row) {
  const [series] = published;
  return {
    model: schedule?.model ?? series?.model ?? wanted?.model,
    metric: schedule?.metric ?? series?.metric ?? wanted?.metric ?? schedule?.serviceMetric,
    // Python lists no names: they stand in the labels only.
    request_name: schedule?.requestName ?? series?.requestName,
    reference_tag: schedule?.referenceTag ?? series?.published['referenceTag'] ?? wanted?.referenceTag,
  };
}

function stateOf({ wanted, schedule, published }: Row, anyWanted: boolean): string {
  if (schedule === undefined) {
    return wanted ? 'lost' : 'not listed';
  }
  if (published.length === 0) {
    return 'not published';
  }
  return anyWanted && wanted === undefined ? 'not wanted' : 'published';
}

/** A row and what its columns read of it. */
type Shown = Row & ReturnType<typeof identityOf> & { state: string; last?: Published };

const COLUMNS: ReadonlyArray<Column<Shown>> = [
  ['model', 'string', ({ model }) => model],
  ['metric', 'string', ({ metric }) => metric],
  ['request_name', 'string', (row) => row.request_name],
  ['state', 'string', ({ state }) => state, 'lost: wanted but not scheduled'],
  ['wanted', 'boolean', ({ wanted }) => wanted !== undefined, 'Named in the query'],
  ['scheduled', 'boolean', ({ schedule }) => schedule !== undefined, 'Listed by the service'],
  ['published', 'number', ({ published }) => published.length, 'Numbers that the service publishes for it now'],
  ['last_value', 'number', ({ last }) => last?.value, 'Of all features the one that speaks most for drift'],
  ['value_is', 'string', ({ last }) => last?.valueIs],
  ['of_feature', 'string', ({ last }) => last?.feature],
  ['batch_size', 'number', ({ schedule, wanted }) => schedule?.batchSize ?? wanted?.batchSize],
  ['reference_tag', 'string', (row) => row.reference_tag],
  ['features', 'string', ({ schedule }) => schedule?.features?.join(', ')],
  ['id', 'string', ({ schedule, published }) => schedule?.id ?? published[0]?.request],
];

/** A UUID is for links and deletion, not for reading. */
const HIDDEN = { hidden: true, hideFrom: { viz: true, legend: true, tooltip: true } };

/**
 * `schedules`: what is wanted, scheduled and published, side by side, with the last value. The service does not say since
 * when a schedule is there.
 */
export function* schedules(query: TrustyQuery, context: Context): Operation<Frame[]> {
  const service = yield* detect(context);
  const list = yield* listSchedules(service, query.metric);
  const all = readPublished(textOf(METRICS, yield* ask(METRICS))).series;
  const { wanted = [] } = query;
  const filters = filtersBy(query, ['model', 'metric', 'request_name', 'reference_tag']);
  const rows = joinRows(wanted, list.schedules, all)
    .map((row): Shown => {
      const { published } = row;
      return { ...row, ...identityOf(row), state: stateOf(row, wanted.length > 0), last: worst(published) };
    })
    .filter(
      ({ model, metric, request_name, reference_tag }) =>
        (!query.model || model === query.model) &&
        (query.metric === undefined || metric === query.metric) &&
        passesFilters(filters, { model, metric, request_name, reference_tag })
    );
  const none =
    'TrustyAI lists no such schedule and the query wants none. Schedules are lost when the service restarts: make them again.';
  const frame = tableFrame('schedules', rows, COLUMNS, {
    refId: query.refId,
    notices: [...list.failures, ...(rows.length === 0 ? [none] : [])].map(warning),
    executedQueryString: `GET ${service.dialect === 'java' && !query.metric ? ALL_SCHEDULES.path : '…/requests'}`,
  });
  const hidden = frame.fields.map((field) => (field.name === 'id' ? { ...field, config: { custom: HIDDEN } } : field));
  return [{ ...frame, fields: hidden }];
}
