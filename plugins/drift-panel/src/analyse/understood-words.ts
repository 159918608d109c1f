import { formatCount } from '@soundcheck/query';
import { plural } from './format.ts';
import type { MetricGroup } from './metric-groups.ts';
import type { RowFindings } from './row-findings.ts';
import type { FeatureJudgement } from './score-judgements.ts';

const SERVICES = { java: 'the Java service', python: 'the Python service' } as const;

/** "13 features, KS distance D of the Python service, 5,000 v 500 rows; overlay from rows, 288 v 288". */
export function understoodScores(
  { series, meaning }: MetricGroup,
  judgements: readonly FeatureJudgement[],
  rows: RowFindings
): string {
  const first = series[0];
  const what = meaning?.label ?? `${first?.metric ?? 'number'} of unknown scale`;
  const whose = first?.dialect ? ` of ${SERVICES[first.dialect]}` : '';
  const model = first?.model ? `, model ${first.model}` : '';
  const now = judgements.find((one) => one.now?.nReference !== undefined && one.now.nCurrent !== undefined)?.now;
  const n = now ? `, ${formatCount(now.nReference ?? 0)} v ${formatCount(now.nCurrent ?? 0)} rows` : ', n unknown';
  return `Read: ${plural(series.length, 'feature')}, ${what}${whose}${model}${n}${rowWords(rows)}`;
}

function rowWords({ count, nReference, nCurrent }: RowFindings): string {
  return count > 0 ? `; overlay from rows, ${formatCount(nReference)} v ${formatCount(nCurrent)}` : '';
}
