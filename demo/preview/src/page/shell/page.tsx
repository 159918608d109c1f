import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { ErrorBoundaryAlert, useStyles2 } from '@grafana/ui';
import { useEffect, type ReactNode } from 'react';
import { Header } from './header.tsx';

/** One page: header and body; an error in the body leaves the header in place. */
export function Page({ title, section = 'Home', children }: { title: string; section?: string; children: ReactNode }) {
  const styles = useStyles2(getStyles);
  useEffect(() => {
    document.title = `${title} - Preview, not Grafana`;
  }, [title]);
  return (
    <>
      <Header title={title} section={section} />
      <main className={styles}>
        <ErrorBoundaryAlert boundaryName="page">{children}</ErrorBoundaryAlert>
      </main>
    </>
  );
}

const getStyles = (theme: GrafanaTheme2) => css({ padding: theme.spacing(2), minHeight: 'calc(100vh - 50px)' });
