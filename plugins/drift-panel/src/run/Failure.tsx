import React from 'react';
import { Alert, Button } from '@grafana/ui';
import { t } from '../i18n/translate.ts';

interface Props {
  title: string;
  sentence: string;
  onRetry: () => void;
  /** "Try again" unless something else helps. */
  retryText?: string;
  severity?: 'error' | 'info';
}

/** What went wrong, and the button that may put it right. */
export function Failure({ title, sentence, onRetry, retryText, severity = 'error' }: Props) {
  return (
    <Alert severity={severity} title={title} bottomSpacing={0}>
      <div style={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 12 }}>
        <span>{sentence}</span>
        <Button size="sm" variant="secondary" onClick={onRetry}>
          {retryText ?? t('failure.retry', 'Try again')}
        </Button>
      </div>
    </Alert>
  );
}
