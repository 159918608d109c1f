import React from 'react';
import { Alert } from '@grafana/ui';
import { t } from '../i18n/translate.ts';

interface Props {
  title: string;
  sentence: string;
  onRetry: () => void;
  retryText?: string;
}

/** What went wrong, and the button that may put it right. */
export function Failure({ title, sentence, onRetry, retryText }: Props) {
  return (
    <Alert
      severity="error"
      title={title}
      buttonContent={retryText ?? t('failure.retry', 'Try again')}
      onRemove={onRetry}
      bottomSpacing={0}
    >
      {sentence}
    </Alert>
  );
}
