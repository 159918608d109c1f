import type { DataSourcePluginOptionsEditorProps } from '@grafana/data';
import { Field, Input } from '@grafana/ui';

/** The provisioned connection, to be read. */
export function ServerUrlConfig({ options }: DataSourcePluginOptionsEditorProps) {
  return (
    <Field label={`${options.typeName === 'loki' ? 'Loki' : 'Prometheus'} server URL`} noMargin>
      <Input id={`${options.type}-url`} readOnly value={options.url} width={60} />
    </Field>
  );
}
