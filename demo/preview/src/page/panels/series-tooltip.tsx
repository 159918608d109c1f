import { dateTimeFormat, getFieldDisplayName, type DataFrame, type LinkModel, type TimeZone } from '@grafana/data';
import { Box, SeriesTable, VizTooltipFooter } from '@grafana/ui';

interface Props {
  /** The frame that the chart drew: time first, then one field a series. */
  frame: DataFrame;
  /** Per field, the index under the cursor. */
  indexes: (number | null)[];
  /** The series under the cursor where only that one is wanted. */
  seriesIndex: number | null;
  timeZone: TimeZone;
  /** Of the point; they can be clicked once a click has pinned the tooltip. */
  links: LinkModel[];
}

/** Time and value of each series under the cursor. */
export function SeriesTooltip({ frame, indexes, seriesIndex, timeZone, links }: Props) {
  const at = indexes.find((index) => index != null) ?? 0;
  const time = frame.fields[0]?.values[at];
  const series = frame.fields.flatMap((field, index) => {
    const row = indexes[index];
    const value: unknown = row == null ? undefined : field.values[row];
    if (index === 0 || value == null || (seriesIndex != null && index !== seriesIndex)) {
      return [];
    }
    const { text, suffix = '', prefix = '', color } = field.display?.(value) ?? { text: String(value) };
    return [
      {
        color,
        label: getFieldDisplayName(field, frame),
        value: prefix + text + suffix,
        isActive: index === seriesIndex,
      },
    ];
  });
  return (
    <>
      <Box padding={1}>
        <SeriesTable timestamp={dateTimeFormat(time, { timeZone })} series={series} />
      </Box>
      {links.length > 0 && <VizTooltipFooter dataLinks={links} />}
    </>
  );
}
