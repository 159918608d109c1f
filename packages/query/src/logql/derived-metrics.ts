import { maskedLines } from './mask.ts';
import { MESSAGE, modelLogs, servingLogs, trustyaiLogs, type LogScope } from './streams.ts';

const answered = 'Completed (?P<status>[0-9]{3}) \\\\((?P<waited>[0-9.]+[a-zµ]*s)\\\\)';

/** One line for each answer that the user interface got, "Completed 200 (38ms)", with labels `status` and `waited`. */
export function answers(scope: LogScope): string {
  return `${servingLogs(scope)} |= "Completed" ${MESSAGE} | regexp "${answered}" | status != ""`;
}

/**
 * Number of answers by `status`.
 * @param range a duration, or Grafana's `$__auto`, `$__range`
 */
export function answersByStatus(scope: LogScope, range: string): string {
  return `sum by (status) (count_over_time(${answers(scope)} [${range}]))`;
}

/** Answers a minute by `status`. */
export function answersPerMinute(scope: LogScope, range: string): string {
  return `60 * sum by (status) (rate(${answers(scope)} [${range}]))`;
}

/**
 * Seconds that answers took, aggregated over a range.
 * @param aggregation `max_over_time`, `quantile_over_time(0.9, …)` as its name and parameters: "quantile_over_time", "0.9"
 */
export function answerSeconds(scope: LogScope, range: string, aggregation: string[]): string {
  const [name = '', ...parameters] = aggregation;
  const seconds = `${answers(scope)} | unwrap duration_seconds(waited) | __error__ = "" [${range}]`;
  const over = `${name}(${[...parameters, seconds].join(', ')})`;
  return name === 'sum_over_time' ? `sum(${over})` : `${over} by ()`;
}

/** What TrustyAI warns of and fails at, for people. */
export function trustyaiWarnings(scope: Pick<LogScope, 'namespace'>): string {
  return `${maskedLines(trustyaiLogs(scope))} | level =~ "warn|warning|error|critical|fatal"`;
}

/** All lines of a model, for people. */
export function modelLines(scope: LogScope): string {
  return maskedLines(modelLogs(scope));
}
