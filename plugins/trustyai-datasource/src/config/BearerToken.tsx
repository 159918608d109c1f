import { Field, SecretInput } from '@grafana/ui';
import React from 'react';
import { t } from '../i18n/translate.ts';
import { tokenIsSet, typedToken, withToken } from './bearer-token.ts';
import type { Options } from './headers.ts';

interface Props {
  options: Options;
  onOptionsChange: (options: Options) => void;
}

export function BearerToken({ options, onOptionsChange }: Props) {
  const label = t('config.token.label', 'Token');
  return (
    <Field
      label={label}
      description={t('config.token.description', 'Kept encrypted on the server; it never reaches the browser again')}
      noMargin
    >
      <SecretInput
        id="trustyai-token"
        aria-label={label}
        width={40}
        disabled={options.readOnly}
        isConfigured={tokenIsSet(options)}
        value={typedToken(options)}
        placeholder={t('config.token.placeholder', 'sha256~… or a service account token')}
        onChange={(event) => onOptionsChange(withToken(options, event.currentTarget.value))}
        onReset={() => onOptionsChange(withToken(options, ''))}
      />
    </Field>
  );
}
