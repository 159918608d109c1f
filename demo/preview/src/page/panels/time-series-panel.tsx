import { FieldColorModeId, FieldType, PanelPlugin, type PanelProps } from '@grafana/data';
import {
  commonOptionsBuilder,
  EventBusPlugin,
  TimeSeries,
  TooltipDisplayMode,
  TooltipPlugin2,
  type OptionsWithLegend,
  type OptionsWithTooltip,
} from '@grafana/ui';
import { AnnotationMarks } from './annotation-marks.tsx';
import { registerGraphFieldConfig } from './graph-field-config.ts';
import { linksAt } from './links-at.ts';
import { NoData } from './no-data.tsx';
import { standInMeta } from './stand-in-meta.ts';
import { SeriesTooltip } from './series-tooltip.tsx';

type Options = OptionsWithLegend & OptionsWithTooltip;

function TimeSeriesPanel({
  data,
  width,
  height,
  timeRange,
  timeZone,
  options,
  fieldConfig,
  onChangeTimeRange,
  eventBus,
}: PanelProps<Options>) {
  const frames = data.series.filter(({ fields }) => fields.some(({ type }) => type === FieldType.time));
  if (frames.every(({ length }) => length === 0)) {
    return (
      <NoData
        data={data}
        fieldConfig={fieldConfig}
        lacks={data.series.length > 0 && frames.length === 0 ? 'Data is missing a time field' : undefined}
      />
    );
  }
  return (
    <TimeSeries
      frames={frames}
      structureRev={data.structureRev}
      width={width}
      height={height}
      timeRange={timeRange}
      timeZone={timeZone}
      legend={options.legend}
      options={options}
    >
      {(builder, aligned) => (
        <>
          <AnnotationMarks config={builder} frames={data.annotations ?? []} />
          <EventBusPlugin config={builder} eventBus={eventBus} frame={aligned} />
          {options.tooltip.mode !== TooltipDisplayMode.None && (
            <TooltipPlugin2
              config={builder}
              hoverMode={options.tooltip.mode === TooltipDisplayMode.Multi ? 1 : 0}
              queryZoom={({ from, to }) => onChangeTimeRange({ from, to })}
              render={(_plot, indexes, seriesIndex, isPinned) => (
                <SeriesTooltip
                  frame={aligned}
                  indexes={indexes}
                  seriesIndex={seriesIndex}
                  timeZone={timeZone}
                  links={isPinned ? linksAt(frames, aligned, indexes, seriesIndex) : []}
                />
              )}
            />
          )}
        </>
      )}
    </TimeSeries>
  );
}

export const timeSeriesPanel = new PanelPlugin<Options>(TimeSeriesPanel)
  .useFieldConfig({
    standardOptions: {
      color: { defaultValue: { mode: FieldColorModeId.PaletteClassic }, settings: { byValueSupport: true } },
    },
    useCustomConfig: registerGraphFieldConfig,
  })
  // Without this a panel gets annotations only where they come later than its data.
  .setDataSupport({ annotations: true, alertStates: false })
  .setPanelOptions((builder) => {
    commonOptionsBuilder.addTooltipOptions(builder);
    commonOptionsBuilder.addLegendOptions(builder);
  });
timeSeriesPanel.meta = standInMeta('timeseries', 'Time series');
