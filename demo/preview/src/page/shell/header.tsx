import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { config } from '@grafana/runtime';
import { Badge, Icon, LinkButton, Stack, TextLink, ToolbarButton, useStyles2 } from '@grafana/ui';

const PAGES = [
  { href: '/', text: 'Dashboards', icon: 'apps' },
  { href: '/explore', text: 'Explore', icon: 'compass' },
  { href: '/alerting/list', text: 'Alert rules', icon: 'bell' },
  { href: '/connections/datasources', text: 'Data sources', icon: 'database' },
] as const;

/** The bar on top of each page: that this is no Grafana, what is on screen, and the theme. */
export function Header({ title, section }: { title: string; section: string }) {
  const styles = useStyles2(getStyles);
  const other = config.theme2.isDark ? 'light' : 'dark';
  const switchTheme = () => {
    const url = new URL(window.location.href);
    url.searchParams.set('theme', other);
    window.location.assign(url);
  };
  return (
    <header className={styles.bar}>
      <Stack alignItems="center" gap={1} wrap="wrap">
        <Badge
          color="orange"
          icon="info-circle"
          text="Preview, not Grafana"
          tooltip="The built plugins in a small host made of Grafana's npm packages."
        />
        <nav aria-label="Breadcrumbs" className={styles.crumbs} data-testid="data-testid Breadcrumbs">
          <TextLink href="/" inline={false} color="secondary">
            {section}
          </TextLink>
          <Icon name="angle-right" />
          <h1 className={styles.title}>{title}</h1>
        </nav>
      </Stack>
      <nav aria-label="Pages" className={styles.pages}>
        {PAGES.map(({ href, text, icon }) => (
          <LinkButton key={href} href={href} icon={icon} fill="text" variant="secondary" size="sm" aria-label={text}>
            <span className={styles.pageText}>{text}</span>
          </LinkButton>
        ))}
        <ToolbarButton icon="palette" tooltip={`Switch to the ${other} theme`} onClick={switchTheme} />
      </nav>
    </header>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  bar: css({
    position: 'sticky',
    top: 0,
    zIndex: theme.zIndex.navbarFixed,
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'space-between',
    alignItems: 'center',
    gap: theme.spacing(0.5, 2),
    padding: theme.spacing(0.75, 2),
    background: theme.colors.background.primary,
    borderBottom: `1px solid ${theme.colors.border.weak}`,
  }),
  crumbs: css({ display: 'flex', alignItems: 'center', gap: theme.spacing(0.5) }),
  title: css({ ...theme.typography.body, fontWeight: theme.typography.fontWeightMedium, margin: 0 }),
  pages: css({ display: 'flex', alignItems: 'center', marginLeft: 'auto' }),
  pageText: css({ [theme.breakpoints.down('md')]: { display: 'none' } }),
});
