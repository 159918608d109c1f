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
import { t } from '../i18n/translate.ts';
import type { TrustyJsonData, TrustySecureJsonData } from '../query/types.ts';
import { BearerToken } from './BearerToken.tsx';
import { otherHeaders, TOKEN_METHOD, usesToken, withMethod, withOtherHeaders } from './bearer-token.ts';
import { ServiceReport } from './ServiceReport.tsx';
import { ServiceSettings } from './ServiceSettings.tsx';

type Props = DataSourcePluginOptionsEditorProps<TrustyJsonData, TrustySecureJsonData>;

/** Connection, authentication and what the data source has to know of its service. */
export function ConfigEditor({ options, onOptionsChange }: Props) {
  const legacy = convertLegacyAuthProps({ config: options, onChange: onOptionsChange });
  const others = otherHeaders(options);
  return (
    <Stack direction="column" gap={2}>
      <DataSourceDescription
        dataSourceName={t('config.name', 'TrustyAI')}
        docsLink="https://trustyai.org"
        hasRequiredFields
      />
      <Divider />
      <ConnectionSettings
        config={options}
        onChange={onOptionsChange}
        urlPlaceholder="https://trustyai-service.my-namespace.svc"
        urlTooltip={t(
          'config.url.tooltip',
          'URL of the TrustyAI service’s API. On OpenShift: the route, or the service on port 443.'
        )}
      />
      <Divider />
      <Auth
        {...legacy}
        // The token lives among the custom headers, where provisioning files expect it; here it is a method of its own.
        customHeaders={{
          headers: others.map(({ name, savedAt }) => ({ name, configured: savedAt !== undefined })),
          onChange: (headers) =>
            onOptionsChange(
              withOtherHeaders(
                options,
                headers.map(({ name, value, configured }) =>
                  configured ? { name, savedAt: others.find((one) => one.name === name)?.savedAt } : { name, value }
                )
              )
            ),
        }}
        customMethods={[
          {
            id: TOKEN_METHOD,
            label: t('config.token.method', 'Bearer token'),
            description: t('config.token.method-text', 'A service account token, as OpenShift routes expect it'),
            component: <BearerToken options={options} onOptionsChange={onOptionsChange} />,
          },
        ]}
        selectedMethod={usesToken(options) ? TOKEN_METHOD : legacy.selectedMethod}
        onAuthMethodSelect={(method) => onOptionsChange(withMethod(options, method))}
      />
      <Divider />
      <ServiceSettings options={options} onOptionsChange={onOptionsChange} />
      <Divider />
      <ConfigSection
        title={t('config.advanced.title', 'Advanced settings')}
        description={t('config.advanced.description', 'Time-out in seconds (30 unless set) and cookies to pass on.')}
        isCollapsible
        isInitiallyOpen={false}
      >
        <AdvancedHttpSettings config={options} onChange={onOptionsChange} />
      </ConfigSection>
      <ServiceReport uid={options.uid} />
    </Stack>
  );
}
