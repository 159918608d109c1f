import type { DataFrame, Field, Labels } from '@grafana/data';
import { labelsOf, numberFields, seriesName } from '../frame-columns.ts';

/** Fields of a frame that belong together row by row. */
export interface SeriesGroup {
  /** Labels that its fields share. */
  labels: Labels;
  fields: Field[];
}

/** Labels that name a series or its side; all others may be slices. */
const NAMING = ['feature', 'side', '__name__', 'le'];

/** Feature of a column: its label `feature`, else the name of its series. */
export function featureOf(frame: DataFrame, field: Field): string {
  return labelsOf(field)['feature'] || seriesName(frame, field) || field.name || 'value';
}

/**
 * Labels with which one feature comes several times, by refId: `tempo{country="BR"}` and `tempo{country="US"}` are rows
 * of one feature in two slices. Labels that only accompany features are not among them.
 */
export function slicingLabels(frames: readonly DataFrame[]): Map<string, string[]> {
  const seen = new Map<string, Labels>();
  const found = new Map<string, Set<string>>();
  for (const frame of frames) {
    for (const field of numberFields(frame)) {
      const labels = labelsOf(field);
      const key = [frame.refId, featureOf(frame, field), labels['side']].join('\u0000');
      const other = seen.get(key);
      seen.set(key, labels);
      if (other) {
        const names = found.get(frame.refId ?? '') ?? new Set();
        found.set(frame.refId ?? '', names);
        differing(labels, other).forEach((name) => names.add(name));
      }
    }
  }
  return new Map([...found].filter(([, names]) => names.size > 0).map(([refId, names]) => [refId, [...names]]));
}

function differing(one: Labels, other: Labels): string[] {
  const names = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...names].filter((name) => !NAMING.includes(name) && one[name] !== other[name]);
}

/** Columns of a frame by the labels that decide over their side and slices: `told`. */
export function seriesGroups(fields: readonly Field[], told: readonly string[]): SeriesGroup[] {
  const groups = new Map<string, SeriesGroup>();
  for (const field of fields) {
    const labels = labelsOf(field);
    const key = told.map((name) => labels[name] ?? '').join('\u0000');
    const group = groups.get(key) ?? { labels, fields: [] };
    groups.set(key, group);
    group.fields.push(field);
  }
  return [...groups.values()];
}
