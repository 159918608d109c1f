export { CoreError } from './core/io.ts';
export type { ErrorSource, Operation, Reply, Request, TransportError } from './core/io.ts';
export type {
  Context,
  EventKind,
  FairnessChoice,
  LabelFilter,
  LatestOutput,
  MetricKey,
  Operations,
  QueryType,
  ScheduleRequest,
  Settings,
  TrustyQuery,
  WantedSchedule,
} from './core/operations.ts';
export type { Diagnosis, DiagnosisState } from './diagnosis/diagnosis.ts';

export { SCORE_COMPANIONS } from './frames/contract.ts';
export type {
  Field,
  FieldType,
  FieldValues,
  Frame,
  Notice,
  Role,
  ScoreLabels,
  SoundcheckMeta,
} from './frames/contract.ts';

export {
  catalogue,
  catalogueEntries,
  entriesOf,
  isMetricKey,
  meaningOf,
  metricOfServiceName,
} from './catalogue/catalogue.ts';
export { formatCount, formatLevel, isOverLimit, limitFor } from './catalogue/limits.ts';
export type { LimitInputs } from './catalogue/limits.ts';
export { needsOwnLimit, overLimit } from './catalogue/over-limit.ts';
export { ALL_FEATURES } from './catalogue/meaning.ts';
export type { CatalogueEntry, Dialect, DialectEntry, Meaning, ValueIs } from './catalogue/meaning.ts';
export { recogniseSeries } from './catalogue/recognise-series.ts';
export type { RecognisedSeries } from './catalogue/recognise-series.ts';

export { start } from './engine.ts';
export type { Outputs } from './engine.ts';
export type { Session, Step } from './core/session.ts';
export type { Resources, ServiceReport } from './operations/resources/resources.ts';
export type { Column, Model, Schedule, Tag } from './service/model.ts';
export { errorOf } from './service/reply-errors.ts';
export { sampleSizes } from './service/sample-sizes.ts';
export type { Comparison, SampleSizes } from './service/sample-sizes.ts';

export { driftEvents } from './events/drift-events.ts';
export type { DriftRule } from './events/drift-events.ts';
export { eventFrame } from './events/event.ts';
export type { TrustyEvent } from './events/event.ts';
export { scheduleEvents } from './events/schedule-events.ts';
export type { ScheduleRange } from './events/schedule-events.ts';

export { buildScores, scoreArm } from './promql/build-scores.ts';
export type { ScoreArm, ScoreArmQuery, ScoresQuery } from './promql/build-scores.ts';
export { quoteRegex, quoteString } from './promql/escape.ts';
export { scoresFromPrometheus } from './promql/scores-from-prometheus.ts';
export type { PrometheusSeries, ScoresContext } from './promql/scores-from-prometheus.ts';

export {
  answers,
  answersByStatus,
  answerSeconds,
  answersPerMinute,
  modelLines,
  trustyaiWarnings,
} from './logql/derived-metrics.ts';
export { loggedRequests, rowsOfLine } from './logql/logged-requests.ts';
export type { LoggedRow } from './logql/logged-requests.ts';
export { FEATURE_VALUES, MASK, maskedLines } from './logql/mask.ts';
export { LoggedRows, rowsFromLogs } from './logql/rows-from-logs.ts';
export type { LogLines } from './logql/rows-from-logs.ts';
export { MESSAGE, modelLogs, servingLogs, trustyaiLogs } from './logql/streams.ts';
export type { LogScope } from './logql/streams.ts';
