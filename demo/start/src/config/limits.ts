import { stringify } from 'yaml';
import type { Scenario } from './scenario.ts';

/** Chance of any false alarm over all features of a model. */
const familyLevel = 0.05;

/**
 * Critical value of the two-sample KS statistic D: the first term of Kolmogorov's limit distribution, solved for D
 * (Smirnov 1948, Annals of Mathematical Statistics 19, p. 279). For levels below 5 % the next term changes the sixth digit.
 * @param level two-sided, of one comparison
 */
export function ksCriticalValue(level: number, nReference: number, nCurrent: number): number {
  const lambda = Math.sqrt(-Math.log(level / 2) / 2);
  return lambda * Math.sqrt((nReference + nCurrent) / (nReference * nCurrent));
}

/** limits.yml: what rules.yml holds the numbers of this model against. */
export function limitsFile({ model, namespace, features, referenceRows, batchSize }: Scenario): string {
  const level = familyLevel / features.length;
  const constant = (record: string, value: number) => ({
    record,
    expr: `vector(${value})`,
    labels: { namespace, model },
  });
  return stringify({
    groups: [
      {
        name: 'soundcheck-limits',
        interval: '15s',
        rules: [
          constant('soundcheck:ks_level', level),
          constant('soundcheck:ks_limit', ksCriticalValue(level, referenceRows, batchSize)),
        ],
      },
    ],
  });
}
