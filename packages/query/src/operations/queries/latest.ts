import { catalogue } from '../../catalogue/catalogue.ts';
import { needsOwnLimit } from '../../catalogue/over-limit.ts';
import { ask } from '../../core/ask.ts';
import { instantOf } from '../../core/instant.ts';
import { CoreError } from '../../core/io.ts';
import type { Operation } from '../../core/io.ts';
import { passesFilters } from '../../core/label-filters.ts';
import type { Context, MetricKey, TrustyQuery } from '../../core/operations.ts';
import type { Frame, Notice } from '../../frames/contract.ts';
import { scoreFrames } from '../../frames/score-frames.ts';
import type { Score } from '../../frames/score-frames.ts';
import { scoreTable } from '../../frames/score-table.ts';
import { info } from '../../frames/table.ts';
import { decodeReply, textOf } from '../../service/decode-reply.ts';
import { decodeInfo } from '../../service/decode-info.ts';
import type { Schedule, Tag } from '../../service/model.ts';
import { readPublished } from '../../service/published.ts';
import type { Published } from '../../service/published.ts';
import { INFO, METRICS, TAGS } from '../../service/requests.ts';
import { sampleSizes } from '../../service/sample-sizes.ts';
import { findingNotices } from '../service/findings.ts';
import { listSchedules } from '../service/schedules.ts';
import { readTags } from '../service/tags.ts';
import { featureChoice } from './chosen-features.ts';
import { checkLimit, limitOfQuery, outputOf } from './limit-of-query.ts';
import { asksForReference, filterLabels, referenceOf, scoreLabels } from './published.ts';

/** What the service lists about the schedules behind its numbers. */
interface Background {
  /** By id. */
  schedules: ReadonlyMap<string, Schedule>;
  tags: ReadonlyMap<string, Tag[]>;
  notices: Notice[];
}

/** The metric of all of these, where it is one: its schedules alone are listed then. */
function onlyMetric(series: readonly Published[]): MetricKey | undefined {
  const [first] = series;
  return series.every(({ metric }) => metric === first?.metric) ? first?.metric : undefined;
}

/**
 * Windows, references and thresholds of the schedules, best effort: without them the numbers stand, their limits may not.
 * They are asked for only where an output needs them: the tags, which are slow, only for n.
 */
function* readBackground(chosen: readonly Published[], query: TrustyQuery, context: Context): Operation<Background> {
  const [first] = chosen;
  const output = outputOf(query, context);
  const judges = query.limit === undefined && output !== 'value';
  const sizes = output === undefined || (judges && chosen.some(({ valueIs }) => valueIs === 't' || valueIs === 'ks_d'));
  const listed = sizes || (judges && query.alpha === undefined) || asksForReference(query);
  if (first === undefined || !listed) {
    return { schedules: new Map(), tags: new Map(), notices: [] };
  }
  const { schedules, failures } = yield* listSchedules({ dialect: first.dialect }, onlyMetric(chosen));
  const notices = failures.map(info);
  const byId = new Map(schedules.map((schedule) => [schedule.id, schedule]));
  if (!sizes) {
    return { schedules: byId, tags: new Map(), notices };
  }
  const compared = chosen.map((one) => ({
    model: one.model,
    referenceTag: referenceOf(one, byId.get(one.request ?? '')),
  }));
  const tags = yield* readTags(yield* ask(TAGS), compared);
  return 'failure' in tags
    ? { schedules: byId, tags: new Map(), notices: [...notices, info(tags.failure)] }
    : { schedules: byId, tags: tags.value, notices };
}

/** Numbers of the model, metric and features asked for. */
function* choose(all: readonly Published[], query: TrustyQuery): Operation<Published[]> {
  const { model, metric } = query;
  const own = all.filter(
    (series) => (metric === undefined || series.metric === metric) && (!model || series.model === model)
  );
  const models = query.role === undefined ? [] : decodeReply(INFO, yield* ask(INFO), decodeInfo);
  const chooses = featureChoice(query, models);
  return own.filter((series) => chooses(series.model, series.feature));
}

/** What a number is judged by. */
interface Asked {
  query: TrustyQuery;
  context: Context;
  background: Background;
}

/** What remains after the reference and the ad hoc filters, which may ask for what only the schedule tells. */
function filtered(chosen: readonly Published[], { query, context, background }: Asked): Published[] {
  return chosen.filter((series) => {
    const schedule = background.schedules.get(series.request ?? '');
    const reference = referenceOf(series, schedule);
    return (
      (query.referenceTag === undefined || reference === undefined || reference === query.referenceTag) &&
      passesFilters(query.filters, filterLabels(series, schedule, context.settings.namespace))
    );
  });
}

/** A number with its limit, and why it may have none. */
function toScore(series: Published, asked: Asked): { score: Score; reasons: string[] } {
  const { query, context, background } = asked;
  const side = catalogue[series.metric][series.dialect];
  if (side === undefined) {
    throw new CoreError(
      `The catalogue has no ${series.metric} of ${series.dialect}. This is a fault of the data source.`,
      'plugin'
    );
  }
  const own = background.schedules.get(series.request ?? '');
  const { nReference, nCurrent, threshold, reasons } = sampleSizes(
    series,
    own ? [own] : [],
    background.tags.get(series.model) ?? []
  );
  const limit = limitOfQuery(query, side.meaning, { nReference, nCurrent, threshold });
  const score = {
    labels: scoreLabels(series, context.settings.namespace),
    meaning: side.meaning,
    times: [instantOf(context)],
    values: [series.value],
    nReference,
    nCurrent,
    limit,
  };
  return { score, reasons: limit === undefined && !needsOwnLimit(side.meaning) ? reasons : [] };
}

/** Where nothing known is wrong with the schedules: the choice in the query fits none of the numbers. */
function nothingPublished(query: TrustyQuery, all: readonly Published[]): Notice {
  const what = query.metric === undefined ? 'any metric' : catalogue[query.metric].label;
  const whose = query.model ? ` for ${query.model}` : '';
  const others = [...new Set(all.map((series) => series.metric))].sort();
  const there = others.length > 0 ? ` It publishes ${others.join(', ')}.` : '';
  return {
    severity: 'warning',
    text: `TrustyAI publishes no such value of ${what}${whose} now.${there} Choose another metric or other features, or schedule the metric.`,
  };
}

function nothingLeft(chosen: number): Notice {
  return {
    severity: 'warning',
    text: `None of the ${chosen} numbers that TrustyAI publishes has the reference and passes the filters of the query. Loosen them.`,
  };
}

/**
 * `latest`: what the service publishes now, from `/q/metrics`, one frame a number or one table of all.
 * With an output, and always for an alert rule: exactly one numeric field a frame, with unique labels and no time.
 */
export function* latest(query: TrustyQuery, context: Context): Operation<Frame[]> {
  const output = outputOf(query, context);
  const page = readPublished(textOf(METRICS, yield* ask(METRICS)));
  const all = page.series;
  yield []; // thousands of numbers take a step each time they are gone through
  const chosen = yield* choose(all, query);
  checkLimit(query, chosen[0]?.dialect, output);
  const background = yield* readBackground(chosen, query, context);
  const asked = { query, context, background };
  const series = filtered(chosen, asked);
  if (series.length === 0) {
    const found = chosen.length > 0 ? [nothingLeft(chosen.length)] : yield* findingNotices(query, context, page);
    const notices = found.length > 0 ? found : [nothingPublished(query, all)];
    return [{ refId: query.refId, fields: [], meta: { notices } }];
  }
  const judged = series.map((one) => toScore(one, asked));
  yield [];
  const scores = judged.map(({ score }) => score);
  const reasons = output === 'value' ? [] : [...new Set(judged.flatMap((one) => one.reasons))];
  const options = {
    refId: query.refId,
    notices: [...(yield* findingNotices(query, context, page, series)), ...background.notices, ...reasons.map(info)],
    executedQueryString: 'GET /q/metrics',
    output,
  };
  return query.table === true && context.fromAlert !== true
    ? [scoreTable(scores, options)]
    : scoreFrames(scores, options);
}
