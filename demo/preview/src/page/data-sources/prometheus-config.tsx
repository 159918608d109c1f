import type { DataSourcePluginOptionsEditorProps } from '@grafana/data';
import { Field, Input } from '@grafana/ui';

/** The provisioned connection, to be read. */
export function PrometheusConfig({ options }: DataSourcePluginOptionsEditorProps) {
  return (
    <Field label="Prometheus server URL" noMargin>
      <Input id="prometheus-url" readOnly value={options.url} width={60} />
    </Field>
  );
}
