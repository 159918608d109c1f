import type {
  AdHocVariableFilter,
  AnnotationQuery,
  DataSourceRef,
  DataTransformerConfig,
  FieldConfigSource,
  VariableHide,
  VariableRefresh,
  VariableSort,
} from '@grafana/data';
import type { SceneDataQuery } from '@grafana/scenes';
import * as v from 'valibot';

/** The part of a dashboard's JSON (schema version 1) that the preview understands. */

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
/** Taken as Grafana wrote it: only that it is an object is checked. */
const asWritten = <T extends object>() => v.custom<T>(isRecord);

const dataSource = v.pipe(
  v.nullish(
    v.union([
      asWritten<DataSourceRef>(),
      v.pipe(
        v.string(),
        v.transform((uid): DataSourceRef => ({ uid }))
      ),
    ])
  ),
  v.transform((ref) => ref ?? undefined)
);
const text = v.optional(v.string(), '');
const place = v.object({ x: v.number(), y: v.number(), w: v.number(), h: v.number() });

const panelSchema = v.object({
  id: v.number(),
  type: v.string(),
  title: text,
  description: text,
  gridPos: v.optional(place, { x: 0, y: 0, w: 12, h: 8 }),
  transparent: v.optional(v.boolean(), false),
  datasource: dataSource,
  targets: v.optional(v.array(asWritten<SceneDataQuery>()), []),
  options: v.optional(asWritten<Record<string, unknown>>(), {}),
  fieldConfig: v.optional(asWritten<FieldConfigSource>(), { defaults: {}, overrides: [] }),
  transformations: v.optional(v.array(asWritten<DataTransformerConfig>()), []),
  interval: v.nullish(v.string()),
  maxDataPoints: v.nullish(v.number()),
  timeFrom: v.nullish(v.string()),
  pluginVersion: v.optional(v.string()),
});

const rowSchema = v.object({
  ...panelSchema.entries,
  collapsed: v.optional(v.boolean(), false),
  panels: v.optional(v.array(panelSchema), []),
});

const option = v.union([v.string(), v.array(v.string())]);
const variableSchema = v.object({
  name: v.string(),
  type: v.string(),
  label: v.nullish(v.string()),
  description: v.nullish(v.string()),
  hide: v.optional(v.custom<VariableHide>(Number.isInteger)),
  query: v.optional(v.union([v.string(), asWritten<SceneDataQuery>()]), ''),
  regex: text,
  datasource: dataSource,
  refresh: v.optional(v.custom<VariableRefresh>(Number.isInteger)),
  sort: v.optional(v.custom<VariableSort>(Number.isInteger)),
  multi: v.optional(v.boolean(), false),
  includeAll: v.optional(v.boolean(), false),
  allValue: v.nullish(v.string()),
  current: v.optional(v.object({ value: v.optional(option), text: v.optional(option) }), {}),
  /** Ad hoc filters only. */
  filters: v.optional(v.array(asWritten<AdHocVariableFilter>()), []),
});

const linkSchema = v.object({
  title: text,
  /** Links of other types list dashboards by tag, which the start page does here. */
  type: v.string(),
  url: text,
  tooltip: text,
  targetBlank: v.optional(v.boolean(), false),
  keepTime: v.optional(v.boolean(), false),
  includeVars: v.optional(v.boolean(), false),
});

const dashboardSchema = v.object({
  uid: v.string(),
  title: v.string(),
  description: text,
  panels: v.optional(v.array(rowSchema), []),
  templating: v.optional(v.object({ list: v.optional(v.array(variableSchema), []) }), {}),
  annotations: v.optional(v.object({ list: v.optional(v.array(asWritten<AnnotationQuery>()), []) }), {}),
  time: v.optional(v.object({ from: v.string(), to: v.string() }), { from: 'now-6h', to: 'now' }),
  timezone: text,
  refresh: v.optional(v.union([v.string(), v.boolean()]), ''),
  timepicker: v.optional(v.object({ refresh_intervals: v.optional(v.array(v.string())) }), {}),
  graphTooltip: v.optional(v.number(), 0),
  links: v.optional(v.array(linkSchema), []),
});

export type DashboardJson = v.InferOutput<typeof dashboardSchema>;
export type PanelJson = v.InferOutput<typeof panelSchema>;
export type RowJson = v.InferOutput<typeof rowSchema>;
export type VariableJson = v.InferOutput<typeof variableSchema>;

/** Throws an Error with a sentence where it is no dashboard. */
export function decodeDashboard(json: unknown): DashboardJson {
  const parsed = v.safeParse(dashboardSchema, json);
  if (parsed.success) {
    return parsed.output;
  }
  const where = parsed.issues.map((issue) => `${v.getDotPath(issue) ?? 'the file'}: ${issue.message}`);
  throw new Error(`This dashboard's JSON cannot be read: ${where.join('; ')}`);
}
