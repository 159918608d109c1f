import { FieldType, type DataFrame, type LinkModel } from '@grafana/data';

/**
 * The data links of the point under the cursor. The chart draws all frames joined over time; a field's links count rows
 * of its own frame, so the point is looked up there.
 */
export function linksAt(
  frames: DataFrame[],
  aligned: DataFrame,
  indexes: (number | null)[],
  seriesIndex: number | null
): LinkModel[] {
  const row = seriesIndex == null ? null : indexes[seriesIndex];
  const origin = seriesIndex == null ? undefined : aligned.fields[seriesIndex]?.state?.origin;
  const frame = frames[origin?.frameIndex ?? -1];
  if (row == null || !frame) {
    return [];
  }
  const time: unknown = aligned.fields[0]?.values[row];
  const times = frame.fields.find(({ type }) => type === FieldType.time)?.values ?? [];
  const links = frame.fields[origin?.fieldIndex ?? -1]?.getLinks;
  return links?.({ valueRowIndex: times.indexOf(time) }) ?? [];
}
