import { ask } from '../../core/ask.ts';
import { instantOf } from '../../core/instant.ts';
import type { Operation } from '../../core/io.ts';
import { passesFilters } from '../../core/label-filters.ts';
import type { Context, TrustyQuery } from '../../core/operations.ts';
import type { Frame, Notice } from '../../frames/contract.ts';
import { scoreFrames } from '../../frames/score-frames.ts';
import type { Score } from '../../frames/score-frames.ts';
import { scoreTable } from '../../frames/score-table.ts';
import { decodeOneShot } from '../../service/decode-one-shot.ts';
import { decodeReply } from '../../service/decode-reply.ts';
import type { OneShot, ScoreResult } from '../../service/model.ts';
import { TAGS } from '../../service/requests.ts';
import { windowRows } from '../../service/tag-rows.ts';
import { featureChoice } from './chosen-features.ts';
import { planCompute } from './compute-plan.ts';
import type { ComputePlan } from './compute-plan.ts';
import { checkLimit, limitOfQuery, outputOf } from './limit-of-query.ts';
import { detect } from '../service/detect.ts';
import { readTags } from '../service/tags.ts';

/** What all results of one call have in common. */
interface Call {
  query: TrustyQuery;
  plan: ComputePlan;
  shot: OneShot;
  /** Rows in the window, where the tag counts tell. */
  current: number | undefined;
}

function toScore(result: ScoreResult, { query, plan, shot, current }: Call, context: Context): Score {
  const { namespace } = context.settings;
  const nReference = result.nReference ?? plan.reference?.rows;
  const nCurrent = result.nCurrent ?? current;
  return {
    labels: {
      model: plan.model,
      feature: result.feature,
      metric: shot.metric,
      value_is: shot.valueIs,
      dialect: shot.dialect,
      ...(namespace ? { namespace } : {}),
    },
    meaning: plan.side.meaning,
    times: [instantOf(context)],
    values: [result.value],
    pValue: result.pValue,
    nReference,
    nCurrent,
    limit: limitOfQuery(query, plan.side.meaning, { nReference, nCurrent }),
  };
}

/**
 * `compute`: one expensive call, now, for all features of a model at once; the numbers with their p-values, sizes and
 * limits. The service states no time, so the driver's clock stands.
 */
export function* compute(query: TrustyQuery, context: Context): Operation<Frame[]> {
  const output = outputOf(query, context);
  const service = yield* detect(context);
  checkLimit(query, service.dialect, output);
  const allTags = yield* readTags(yield* ask(TAGS), [query]);
  const tags = 'value' in allTags ? (allTags.value.get(query.model ?? '') ?? []) : [];
  const plan = planCompute(query, service, tags, context.settings);
  const chooses = featureChoice(query, service.models);
  const reply = yield* ask(plan.request);
  const shot = decodeReply(plan.request, reply, (json) =>
    decodeOneShot(json, plan.metric, service.dialect, plan.feature)
  );
  const available = windowRows(tags, service.dialect);
  const current = available > 0 ? Math.min(plan.batchSize, available) : undefined;
  const unread: Notice[] = 'failure' in allTags ? [{ severity: 'warning', text: allTags.failure }] : [];
  const notices = [...unread, ...plan.doubts];
  // Java computes every numeric column whatever is asked for; keep what was.
  const results = shot.results.filter(({ feature }) => feature === plan.feature || chooses(plan.model, feature));
  const scores = results
    .map((result) => toScore(result, { query, plan, shot, current }, context))
    .filter(({ labels }) => passesFilters(query.filters, { ...labels, reference_tag: plan.referenceTag }));
  if (scores.length === 0) {
    const text = `TrustyAI computed no number for the chosen features of ${plan.model}: they are not numeric, not known by these names, or filtered out.`;
    return [{ refId: query.refId, fields: [], meta: { notices: [...notices, { severity: 'warning', text }] } }];
  }
  const options = {
    refId: query.refId,
    notices,
    executedQueryString: `POST ${plan.request.path} ${plan.request.body ?? ''}`,
    output,
  };
  return query.table === true && context.fromAlert !== true
    ? [scoreTable(scores, options)]
    : scoreFrames(scores, options);
}
