import type { FieldConfigEditorBuilder, SelectableValue } from '@grafana/data';
import { NoEditor } from '../edit/no-editor.tsx';
import {
  AxisPlacement,
  BarAlignment,
  commonOptionsBuilder,
  DrawStyle,
  GraphGradientMode,
  graphFieldOptions,
  GraphThresholdsStyleMode,
  LineInterpolation,
  ScaleDistribution,
  StackingMode,
  type GraphFieldConfig,
} from '@grafana/ui';
import { VisibilityMode } from '@grafana/schema';

/** What a time series draws with where the dashboard does not say: the core panel's look. */
const defaults: GraphFieldConfig = {
  drawStyle: DrawStyle.Line,
  lineInterpolation: LineInterpolation.Linear,
  lineWidth: 1,
  fillOpacity: 0,
  gradientMode: GraphGradientMode.None,
  barAlignment: BarAlignment.Center,
  showPoints: VisibilityMode.Auto,
  pointSize: 5,
  spanNulls: false,
  axisPlacement: AxisPlacement.Auto,
  stacking: { mode: StackingMode.None, group: 'A' },
  scaleDistribution: { type: ScaleDistribution.Linear },
  thresholdsStyle: { mode: GraphThresholdsStyleMode.Off },
};

const thresholdsChoice = ({
  label,
  value: mode = GraphThresholdsStyleMode.Off,
}: SelectableValue<GraphThresholdsStyleMode>) => ({
  label,
  value: { mode },
});

/** The drawing options of a series, as the core panel names them in a dashboard's JSON. */
export function registerGraphFieldConfig(builder: FieldConfigEditorBuilder<GraphFieldConfig>): void {
  const category = ['Graph styles'];
  builder
    .addRadio({
      category,
      path: 'drawStyle',
      name: 'Style',
      defaultValue: defaults.drawStyle,
      settings: { options: graphFieldOptions.drawStyle },
    })
    .addRadio({
      category,
      path: 'lineInterpolation',
      name: 'Line interpolation',
      defaultValue: defaults.lineInterpolation,
      settings: { options: graphFieldOptions.lineInterpolation },
    })
    .addSliderInput({
      category,
      path: 'lineWidth',
      name: 'Line width',
      defaultValue: 1,
      settings: { min: 0, max: 10, step: 1 },
    })
    .addSliderInput({
      category,
      path: 'fillOpacity',
      name: 'Fill opacity',
      defaultValue: 0,
      settings: { min: 0, max: 100, step: 1 },
    })
    .addRadio({
      category,
      path: 'gradientMode',
      name: 'Gradient mode',
      defaultValue: defaults.gradientMode,
      settings: { options: graphFieldOptions.fillGradient },
    })
    .addRadio({
      category,
      path: 'showPoints',
      name: 'Show points',
      defaultValue: defaults.showPoints,
      settings: { options: graphFieldOptions.showPoints },
    })
    .addSliderInput({
      category,
      path: 'pointSize',
      name: 'Point size',
      defaultValue: 5,
      settings: { min: 1, max: 40, step: 1 },
    })
    .addSelect({
      path: 'thresholdsStyle',
      name: 'Show thresholds',
      category: ['Thresholds'],
      defaultValue: defaults.thresholdsStyle,
      settings: { options: graphFieldOptions.thresholdsDisplayModes.map(thresholdsChoice) },
    });
  for (const path of [
    'lineStyle',
    'lineColor',
    'fillColor',
    'spanNulls',
    'insertNulls',
    'barAlignment',
    'barMaxWidth',
    'barWidthFactor',
    'fillBelowTo',
    'showValues',
  ] as const) {
    builder.addGenericEditor({ path, name: path, defaultValue: defaults[path], hideFromDefaults: true }, NoEditor);
  }
  commonOptionsBuilder.addStackingConfig(builder, defaults.stacking, category);
  commonOptionsBuilder.addAxisConfig(builder, defaults);
  commonOptionsBuilder.addHideFrom(builder);
}
