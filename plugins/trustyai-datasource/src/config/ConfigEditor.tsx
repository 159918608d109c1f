import type { DataSourcePluginOptionsEditorProps } from '@grafana/data';
import {
  AdvancedHttpSettings,
  Auth,
  ConfigSection,
  ConnectionSettings,
  convertLegacyAuthProps,
  DataSourceDescription,
} from '@grafana/plugin-ui';
import { Divider, Stack } from '@grafana/ui';
import React from 'react';
import type { TrustyJsonData, TrustySecureJsonData } from '../query/types.ts';
import { BearerToken } from './BearerToken.tsx';
import { TOKEN_METHOD, usesToken, withMethod } from './bearer-token.ts';
import { ServiceSettings } from './ServiceSettings.tsx';

type Props = DataSourcePluginOptionsEditorProps<TrustyJsonData, TrustySecureJsonData>;

/** Connection, authentication and what the data source has to know of its service. */
export function ConfigEditor({ options, onOptionsChange }: Props) {
  const legacy = convertLegacyAuthProps({ config: options, onChange: onOptionsChange });
  return (
    <Stack direction="column" gap={2}>
      <DataSourceDescription dataSourceName="TrustyAI" docsLink="https://trustyai.org" hasRequiredFields />
      <Divider />
      <ConnectionSettings
        config={options}
        onChange={onOptionsChange}
        urlPlaceholder="https://trustyai-service.my-namespace.svc"
        urlTooltip="URL of the TrustyAI service's API. On OpenShift: the route, or the service on port 443."
      />
      <Divider />
      <Auth
        {...legacy}
        // The token lives in the first custom header, so custom headers are not offered beside it.
        customHeaders={undefined}
        customMethods={[
          {
            id: TOKEN_METHOD,
            label: 'Bearer token',
            description: 'A service account token, as OpenShift routes expect it',
            component: <BearerToken options={options} onOptionsChange={onOptionsChange} />,
          },
        ]}
        selectedMethod={usesToken(options) ? TOKEN_METHOD : legacy.selectedMethod}
        onAuthMethodSelect={(method) => onOptionsChange(withMethod(options, method))}
      />
      <Divider />
      <ServiceSettings options={options} onOptionsChange={onOptionsChange} />
      <Divider />
      <ConfigSection title="Advanced settings" isCollapsible isInitiallyOpen={false}>
        <AdvancedHttpSettings config={options} onChange={onOptionsChange} />
      </ConfigSection>
    </Stack>
  );
}
