import { Field, SecretInput } from '@grafana/ui';
import React from 'react';
import { tokenIsSet, withoutToken, withToken, type Options } from './bearer-token.ts';

interface Props {
  options: Options;
  onOptionsChange: (options: Options) => void;
}

export function BearerToken({ options, onOptionsChange }: Props) {
  const value = options.secureJsonData?.httpHeaderValue1?.replace(/^Bearer /, '') ?? '';
  return (
    <Field label="Token" description="Kept encrypted on the server; it never reaches the browser again" noMargin>
      <SecretInput
        id="trustyai-token"
        aria-label="Token"
        width={40}
        isConfigured={tokenIsSet(options)}
        value={value}
        placeholder="sha256~… or a service account token"
        onChange={(event) => onOptionsChange(withToken(options, event.currentTarget.value))}
        onReset={() => onOptionsChange(withoutToken(options))}
      />
    </Field>
  );
}
