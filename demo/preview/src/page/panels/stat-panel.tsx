import {
  FieldColorModeId,
  getFieldDisplayValues,
  PanelPlugin,
  VizOrientation,
  type PanelProps,
  type ReduceDataOptions,
} from '@grafana/data';
import { config } from '@grafana/runtime';
import {
  BigValue,
  BigValueColorMode,
  BigValueGraphMode,
  BigValueJustifyMode,
  BigValueTextMode,
  commonOptionsBuilder,
  type OptionsWithTextFormatting,
  VizRepeater,
} from '@grafana/ui';
import { NoData } from './no-data.tsx';
import { standInMeta } from './stand-in-meta.ts';

interface StatOptions extends OptionsWithTextFormatting {
  reduceOptions: ReduceDataOptions;
  colorMode: BigValueColorMode;
  graphMode: BigValueGraphMode;
  textMode: BigValueTextMode;
  justifyMode: BigValueJustifyMode;
}

function StatPanel({ options, fieldConfig, data, replaceVariables, timeZone, width, height }: PanelProps<StatOptions>) {
  const values = () =>
    getFieldDisplayValues({
      fieldConfig,
      replaceVariables,
      timeZone,
      reduceOptions: options.reduceOptions,
      theme: config.theme2,
      data: data.series,
      sparkline: options.graphMode !== BigValueGraphMode.None,
    });
  if (data.series.every(({ length }) => length === 0)) {
    return <NoData data={data} fieldConfig={fieldConfig} />;
  }
  return (
    <VizRepeater
      getValues={values}
      source={data}
      renderCounter={0}
      width={width}
      height={height}
      orientation={VizOrientation.Auto}
      renderValue={({ value, width: own, height: tall, count }) => (
        <BigValue
          {...options}
          value={value.display}
          sparkline={value.sparkline}
          count={count}
          width={own}
          height={tall}
          theme={config.theme2}
        />
      )}
    />
  );
}

const choices = (values: object) => ({
  options: Object.values(values).map((value) => ({ value, label: String(value) })),
});

export const statPanel = new PanelPlugin<StatOptions>(StatPanel)
  .useFieldConfig({ standardOptions: { color: { defaultValue: { mode: FieldColorModeId.Thresholds } } } })
  .setPanelOptions((builder) => {
    builder
      .addStringArray({ path: 'reduceOptions.calcs', name: 'Calculation', defaultValue: ['lastNotNull'] })
      .addBooleanSwitch({ path: 'reduceOptions.values', name: 'Show all values', defaultValue: false })
      .addTextInput({ path: 'reduceOptions.fields', name: 'Fields', defaultValue: '' })
      .addRadio({
        path: 'colorMode',
        name: 'Color mode',
        defaultValue: BigValueColorMode.Value,
        settings: choices(BigValueColorMode),
      })
      .addRadio({
        path: 'graphMode',
        name: 'Graph mode',
        defaultValue: BigValueGraphMode.Area,
        settings: choices(BigValueGraphMode),
      })
      .addSelect({
        path: 'textMode',
        name: 'Text mode',
        defaultValue: BigValueTextMode.Auto,
        settings: choices(BigValueTextMode),
      })
      .addRadio({
        path: 'justifyMode',
        name: 'Text alignment',
        defaultValue: BigValueJustifyMode.Auto,
        settings: choices(BigValueJustifyMode),
      });
    commonOptionsBuilder.addTextSizeOptions(builder);
  });
statPanel.meta = standInMeta('stat', 'Stat');
