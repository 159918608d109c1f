import {
  FieldType,
  getLinksSupplier,
  type DataFrame,
  type Field,
  type InterpolateFunction,
  type LinkModel,
} from '@grafana/data';
import { t } from '../i18n/translate.ts';
import { logsOfWindow } from './logs-of-window.ts';
import type { Span } from './selection.ts';

export interface LinkPlace {
  frames: readonly DataFrame[];
  fields: ReadonlyMap<string, Field>;
  replaceVariables: InterpolateFunction;
}

/**
 * Data links of a feature's field. Their addresses may use `${__drift.feature}`, `${__drift.from}` and `${__drift.to}`
 * (epoch ms: of the chunk, else of the time range); `${__value.time}` and its kin are those of the chunk's first sample.
 * A link to Loki becomes "Logs of this window in Explore".
 */
export function linksOf({ frames, fields, replaceVariables }: LinkPlace, feature: string, window: Span): LinkModel[] {
  const field = fields.get(feature);
  const links = field?.config.links;
  // By its links, not by the field: of a long table each feature has a copy of the one field of values.
  const frame = links && frames.find((candidate) => candidate.fields.some(({ config }) => config.links === links));
  if (!field || !frame || links.length === 0) {
    return [];
  }
  const scopedVars = {
    ...field.state?.scopedVars,
    __drift: { text: feature, value: { feature, from: String(window.from), to: String(window.to) } },
  };
  return getLinksSupplier(
    frame,
    field,
    scopedVars,
    replaceVariables
  )({ valueRowIndex: rowAt(frame, window) }).map((link) => {
    const href = logsOfWindow(link.href, window);
    return href === undefined ? link : { ...link, href, title: t('links.logs', 'Logs of this window in Explore') };
  });
}

/** The first row of the window; the last of the frame where none is in it. */
function rowAt({ fields, length }: DataFrame, { from, to }: Span): number {
  const times: unknown[] = fields.find(({ type }) => type === FieldType.time)?.values ?? [];
  const row = times.findIndex((time) => typeof time === 'number' && time >= from && time < to);
  return row >= 0 ? row : length - 1;
}
