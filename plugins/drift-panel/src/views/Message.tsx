import React from 'react';
import { css } from '@emotion/css';
import { EmptyState, LoadingPlaceholder, useStyles2 } from '@grafana/ui';
import { t } from '../i18n/translate.ts';

interface Props {
  waiting: boolean;
  problems: ReadonlyArray<{ what: string; remedy: string }>;
  height: number;
}

/** In place of the panel: what is missing and what to do about it. */
export function Message({ waiting, problems, height }: Props) {
  const styles = useStyles2(getStyles);
  const [first, ...others] = problems;
  return (
    <div className={styles.middle} style={{ height }}>
      {waiting ? (
        <LoadingPlaceholder text={t('message.waiting', 'Waiting for data')} />
      ) : (
        <EmptyState
          variant="not-found"
          hideImage
          message={first?.what ?? t('message.nothing', 'No data in this time range')}
          role="alert"
        >
          {first?.remedy ??
            t(
              'message.nothingRemedy',
              'The queries gave no rows. Widen the time range, or check in the query that the model and the metric exist; a new schedule gives its first number at the next tick.'
            )}
          {others.length > 0 && (
            <ul className={styles.others}>
              {others.map(({ what, remedy }) => (
                <li key={what}>
                  {what}. {remedy}
                </li>
              ))}
            </ul>
          )}
        </EmptyState>
      )}
    </div>
  );
}

function getStyles() {
  return {
    // The inner margin keeps a message that is higher than the panel readable from its first line.
    middle: css({ overflow: 'auto', display: 'flex', '& > *': { margin: 'auto' } }),
    others: css({ listStyle: 'none', marginTop: 8, textWrap: 'balance' }),
  };
}
