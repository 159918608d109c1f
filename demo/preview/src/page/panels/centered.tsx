import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import type { ReactNode } from 'react';

/** A sentence in the middle of a panel. */
export function Centered({ children }: { children: ReactNode }) {
  return <div className={useStyles2(getStyles)}>{children}</div>;
}

const getStyles = (theme: GrafanaTheme2) =>
  css({
    height: '100%',
    display: 'grid',
    placeItems: 'center',
    textAlign: 'center',
    padding: theme.spacing(1, 2),
    color: theme.colors.text.secondary,
  });
