import type { PanelDataErrorViewProps } from '@grafana/runtime';
import { Centered } from './centered.tsx';
import { NoData } from './no-data.tsx';

/** What a panel shows when its data do not fit: its own message, else what is missing. */
export function PanelDataMessage({ message, data, fieldConfig, ...needs }: PanelDataErrorViewProps) {
  const missing = [
    needs.needsTimeField && 'a time field',
    needs.needsNumberField && 'a number field',
    needs.needsStringField && 'a text field',
  ].filter(Boolean);
  const shape = missing.length > 0 ? `Data is missing ${missing.join(' and ')}` : 'Cannot visualize data';
  return message ? (
    <Centered>{message}</Centered>
  ) : (
    <NoData data={data} fieldConfig={fieldConfig} lacks={data.series.length === 0 ? undefined : shape} />
  );
}
