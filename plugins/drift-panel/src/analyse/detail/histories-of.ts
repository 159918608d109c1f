import type { DataSet } from '../../read/data-set.ts';
import { isAbsent } from '../../report/absent.ts';
import type { OverTime } from '../../report/history.ts';
import type { Work } from '../../run/analyst.ts';
import { inWords } from '../rows/row-verdicts.ts';
import type { AnalysisSettings } from '../settings.ts';
import { onlyFeature } from './only.ts';
import { overTimeOfRows, verdictOn } from './rows-detail.ts';
import { scoreParts } from './score-detail.ts';
import { sourceOf, type Source } from './source.ts';

/** Drift over time of several features, in the order asked for; those that have none are left out. */
export function* historiesOf(data: DataSet, features: readonly string[], settings: AnalysisSettings): Work<OverTime[]> {
  const source = yield* sourceOf(data, settings);
  const found: OverTime[] = [];
  for (const [i, feature] of features.entries()) {
    const doing = `${feature} over time, ${i + 1} of ${features.length}`;
    const from = i / features.length;
    yield { share: from, doing };
    const part = { doing, from, length: 1 / features.length };
    const history = yield* inWords(historyOf(data, feature, source, settings), part);
    if (history) {
      found.push(history);
    }
  }
  return found;
}

function* historyOf(
  data: DataSet,
  feature: string,
  { axis, scores }: Source,
  settings: AnalysisSettings
): Work<OverTime | undefined> {
  const judgement = scores?.judgements.find((one) => one.feature === feature);
  if (scores) {
    const { overTime } = judgement
      ? scoreParts(judgement, { group: scores.group, axis, chunk: undefined }, settings)
      : { overTime: { absent: '' } };
    return isAbsent(overTime) ? undefined : overTime;
  }
  const own = onlyFeature(data, feature);
  const verdict = yield* verdictOn(own, axis, settings);
  const overTime = verdict && (yield* overTimeOfRows(own, verdict, axis, settings));
  return !overTime || isAbsent(overTime) ? undefined : overTime;
}
