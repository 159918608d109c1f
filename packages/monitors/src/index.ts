export type * from './contract.ts';
export { readMonitors } from './file/read.ts';
export type { Reading } from './file/read.ts';
export type { Problem } from './file/problem.ts';
export type { MonitorsFile } from './file/shape.ts';
export { planOf } from './plan/plan.ts';
export { levelText } from './plan/limits.ts';
export { rulesOf } from './rules/rules.ts';
export { overLimitOf, scoreOf } from './rules/scores.ts';
export { prometheusRules, rulesFile } from './prometheus/rules-file.ts';
export type { RuleGroups } from './prometheus/rules-file.ts';

// Outputs
export { alertmanagerConfiguration, SECRETS_FOLDER } from './alertmanager/alertmanager-file.ts';
export { alertmanagerSecrets } from './alertmanager/secrets.ts';
export type { SecretEntry } from './alertmanager/secrets.ts';
export { neededVariables } from './alertmanager/variables.ts';
export { alertingProblems } from './grafana/guard.ts';
export { outputProblems, outputWarnings } from './render/findings.ts';
export { partOf, PARTS, render } from './render/render.ts';
export type { Part, RenderInputs } from './render/render.ts';
export { isRendered, yamlText } from './render/yaml-text.ts';

// What the plan asks of a service, and what it has
export { compareSchedules } from './reconcile/compare-schedules.ts';
export type { Comparison, ServiceView, UnwantedState, WantedState } from './reconcile/compare-schedules.ts';
export { changeKey, mayGo, nextChange } from './reconcile/next-change.ts';
export type { Change, Prune } from './reconcile/next-change.ts';
export { decodeRemembered, encodeRemembered } from './reconcile/remembered.ts';
export type { Remembered } from './reconcile/remembered.ts';
export { wantedSchedules } from './reconcile/wanted-schedules.ts';
export type { WantedSchedule } from './reconcile/wanted-schedules.ts';
export { clusterFiles } from './deploy/cluster-files.ts';
export type { ClusterInputs } from './deploy/cluster-files.ts';

// A reference on its way to a service
export { namingRequests } from './reference/name-mapping.ts';
export { layOutSide } from './reference/side-layout.ts';
export type { SideLayout, SideRequest, SideResult } from './reference/side-layout.ts';
export { chunksOf, uploadBody } from './reference/upload-body.ts';
export type { Datatype, Reference, ReferenceColumn, Tensor, UploadBody } from './reference/upload-body.ts';
