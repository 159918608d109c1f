import { limitFor } from '../../catalogue/limits.ts';
import { ask } from '../../core/ask.ts';
import { attempt } from '../../core/attempt.ts';
import type { Operation } from '../../core/io.ts';
import type { Context, TrustyQuery } from '../../core/operations.ts';
import type { Frame, Notice } from '../../frames/contract.ts';
import { scoreFrames } from '../../frames/score-frames.ts';
import type { Score } from '../../frames/score-frames.ts';
import { decodeTags } from '../../service/decode-info.ts';
import { decodeOneShot } from '../../service/decode-one-shot.ts';
import { decodeReply } from '../../service/decode-reply.ts';
import type { OneShot, ScoreResult, Tag } from '../../service/model.ts';
import { TAGS } from '../../service/requests.ts';
import { planCompute } from './compute-plan.ts';
import type { ComputePlan } from './compute-plan.ts';
import { detect } from '../service/detect.ts';

function stored(tags: readonly Tag[], dialect: OneShot['dialect']): number {
  const counts = tags.filter((tag) => tag.kind === 'inference' || (dialect === 'python' && tag.kind === 'reference'));
  return counts.reduce((sum, tag) => sum + tag.rows, 0);
}

/** What all results of one call have in common. */
interface Call {
  plan: ComputePlan;
  shot: OneShot;
  /** Rows in the window, where the tag counts tell. */
  current: number | undefined;
}

function toScore(result: ScoreResult, { plan, shot, current }: Call, context: Context): Score {
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
    times: [context.now],
    values: [result.value],
    pValue: result.pValue,
    nReference,
    nCurrent,
    limit: limitFor(plan.side.meaning, { nReference, nCurrent }),
  };
}

/** Java computes every numeric column whatever is asked for; keep what was. */
function chosen(results: readonly ScoreResult[], features: readonly string[] | undefined): ScoreResult[] {
  return results.filter(({ feature }) => !features || features.length === 0 || features.includes(feature));
}

/**
 * `compute`: one expensive call, now, for all features of a model at once; the numbers with their p-values, sizes and
 * limits. The service states no time, so the driver's clock stands.
 */
export function* compute(query: TrustyQuery, context: Context): Operation<Frame[]> {
  const service = yield* detect(context);
  const tagsReply = yield* ask(TAGS);
  const allTags = attempt(() => decodeReply(TAGS, tagsReply, decodeTags));
  const tags = 'value' in allTags ? (allTags.value.get(query.model ?? '') ?? []) : [];
  const plan = planCompute(query, service, tags, context.settings);
  const reply = yield* ask(plan.request);
  const shot = decodeReply(plan.request, reply, (json) =>
    decodeOneShot(json, plan.metric, service.dialect, plan.feature)
  );
  const available = stored(tags, service.dialect);
  const current = available > 0 ? Math.min(plan.batchSize, available) : undefined;
  const unread: Notice[] = 'failure' in allTags ? [{ severity: 'warning', text: allTags.failure }] : [];
  const notices = [...unread, ...plan.doubts];
  const joint = plan.side.featureLabel === undefined;
  const results = joint ? shot.results : chosen(shot.results, query.features);
  if (results.length === 0) {
    const text = `TrustyAI computed no number for the chosen features of ${plan.model}: they are not numeric or not known by these names.`;
    return [{ refId: query.refId, fields: [], meta: { notices: [...notices, { severity: 'warning', text }] } }];
  }
  return scoreFrames(
    results.map((result) => toScore(result, { plan, shot, current }, context)),
    {
      refId: query.refId,
      notices,
      executedQueryString: `POST ${plan.request.path} ${plan.request.body ?? ''}`,
      valueOnly: context.fromAlert === true,
    }
  );
}
