import type { Subject } from './names.ts';
import type { Notice, Outcome } from './notice.ts';

/** Names that Grafana gives to alerts about a rule that could not be evaluated; they keep the rule's own labels. */
const withoutVerdict = new Set(['DatasourceNoData', 'DatasourceError']);

/** Whose drift a notice is about, or why it concerns no retraining. */
export function judge(notice: Notice): Subject | Outcome {
  const { labels, status, reason } = notice;
  if (labels.retrain !== 'true') {
    return 'not for retraining';
  }
  // A rule that fires on errors or missing data does so under its own name and gives the reason.
  if (withoutVerdict.has(labels.alertname ?? '') || (status === 'firing' && reason !== undefined)) {
    return 'no verdict';
  }
  const { namespace = '', model = '', model_version: modelVersion = '' } = labels;
  return namespace && model ? { namespace, model, modelVersion } : 'without model';
}
