import { catalogue } from '../../catalogue/catalogue.ts';
import { limitFor } from '../../catalogue/limits.ts';
import type { Dialect } from '../../catalogue/meaning.ts';
import { recogniseSeries } from '../../catalogue/recognise-series.ts';
import type { RecognisedSeries } from '../../catalogue/recognise-series.ts';
import { ask } from '../../core/ask.ts';
import { attempt } from '../../core/attempt.ts';
import { CoreError } from '../../core/io.ts';
import type { Operation } from '../../core/io.ts';
import type { Context, MetricKey, TrustyQuery } from '../../core/operations.ts';
import type { Frame, Notice, ScoreLabels } from '../../frames/contract.ts';
import { scoreFrames } from '../../frames/score-frames.ts';
import type { Score } from '../../frames/score-frames.ts';
import { decodeReply, textOf } from '../../service/decode-reply.ts';
import { decodeTags } from '../../service/decode-info.ts';
import type { Schedule, Tag } from '../../service/model.ts';
import { readSamples } from '../../service/prometheus-text.ts';
import { METRICS, TAGS } from '../../service/requests.ts';
import { sampleSizes } from '../../service/sample-sizes.ts';
import { findingNotices } from '../service/findings.ts';
import { listSchedules } from '../service/schedules.ts';

interface Published extends RecognisedSeries {
  value: number;
}

/** What the service lists about the schedules behind its numbers. */
interface Background {
  schedules: Schedule[];
  tags: ReadonlyMap<string, Tag[]>;
  notices: Notice[];
}

function wanted(query: TrustyQuery, series: RecognisedSeries): boolean {
  const { model, metric, features } = query;
  return (
    (metric === undefined || series.metric === metric) &&
    (!model || series.model === model) &&
    (!features || features.length === 0 || features.includes(series.feature))
  );
}

function labelsOf(series: Published, namespace: string | undefined): ScoreLabels {
  return {
    model: series.model,
    feature: series.feature,
    metric: series.metric,
    value_is: series.valueIs,
    dialect: series.dialect,
    ...(namespace ? { namespace } : {}),
    ...(series.request ? { request: series.request } : {}),
    ...(series.requestName ? { request_name: series.requestName } : {}),
    ...series.extra,
  };
}

/** Windows and references of the schedules, best effort: without them the numbers stand, their limits may not. */
function* readBackground(dialect: Dialect, metric: MetricKey | undefined): Operation<Background> {
  const { schedules, failures } = yield* listSchedules({ dialect }, metric);
  const notices = failures.map((text): Notice => ({ severity: 'info', text }));
  const reply = yield* ask(TAGS);
  const tags = attempt(() => decodeReply(TAGS, reply, decodeTags));
  if ('failure' in tags) {
    return { schedules, tags: new Map(), notices: [...notices, { severity: 'info', text: tags.failure }] };
  }
  return { schedules, tags: tags.value, notices };
}

function toScore(series: Published, background: Background, context: Context): Score {
  const side = catalogue[series.metric][series.dialect];
  if (side === undefined) {
    throw new CoreError(
      `The catalogue has no ${series.metric} of ${series.dialect}. This is a fault of the data source.`,
      'plugin'
    );
  }
  const own = background.schedules.filter((schedule) => schedule.id === series.request);
  const sizes = own.length > 0 ? sampleSizes(series, own, background.tags.get(series.model) ?? []) : undefined;
  const n = { nReference: sizes?.nReference, nCurrent: sizes?.nCurrent };
  return {
    labels: labelsOf(series, context.settings.namespace),
    meaning: side.meaning,
    times: [context.now],
    values: [series.value],
    ...n,
    limit: limitFor(side.meaning, n),
  };
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

/**
 * `latest`: what the service publishes now, from `/q/metrics`, one frame a number.
 * For an alert rule: exactly one numeric field a frame, with unique labels and no time.
 */
export function* latest(query: TrustyQuery, context: Context): Operation<Frame[]> {
  const text = textOf(METRICS, yield* ask(METRICS));
  const all = readSamples(text).flatMap((sample): Published[] => {
    const series = recogniseSeries(sample.name, sample.labels);
    return series ? [{ ...series, value: sample.value }] : [];
  });
  const chosen = all.filter((series) => wanted(query, series));
  const [first] = chosen;
  if (first === undefined) {
    const found = yield* findingNotices({ model: query.model, metric: query.metric }, context);
    const notices = found.length > 0 ? found : [nothingPublished(query, all)];
    return [{ refId: query.refId, fields: [], meta: { notices } }];
  }
  const none: Background = { schedules: [], tags: new Map(), notices: [] };
  const background = context.fromAlert ? none : yield* readBackground(first.dialect, query.metric);
  const doubts = yield* findingNotices(
    { model: query.model, metric: query.metric, shown: chosen.map(({ model }) => model) },
    context
  );
  return scoreFrames(
    chosen.map((series) => toScore(series, background, context)),
    {
      refId: query.refId,
      notices: [...background.notices, ...doubts],
      executedQueryString: 'GET /q/metrics',
      valueOnly: context.fromAlert === true,
    }
  );
}
