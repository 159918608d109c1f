import { dateTime, EventBusSrv, LoadingState, type DataFrame, type PanelProps } from '@grafana/data';
import { defaultOptions, type DriftOptions } from '../options/options.ts';

/** Two days that end on a round hour, UTC. */
export const FROM = Date.UTC(2026, 10, 9, 12);
export const TO = FROM + 48 * 3_600_000;

/** What Grafana hands to a panel with these frames; everything else as it stands on a fresh dashboard. */
export function panelProps(
  series: DataFrame[],
  more: Partial<PanelProps<DriftOptions>> = {}
): PanelProps<DriftOptions> {
  const timeRange = { from: dateTime(FROM), to: dateTime(TO), raw: { from: 'now-2d', to: 'now' } };
  return {
    id: 1,
    data: { series, state: LoadingState.Done, timeRange },
    timeRange,
    timeZone: 'utc',
    options: defaultOptions,
    transparent: false,
    width: 1200,
    height: 700,
    fieldConfig: { defaults: {}, overrides: [] },
    renderCounter: 0,
    title: '',
    eventBus: new EventBusSrv(),
    onOptionsChange: () => undefined,
    onFieldConfigChange: () => undefined,
    replaceVariables: (text) => text,
    onChangeTimeRange: () => undefined,
    ...more,
  };
}
