import { css, cx } from '@emotion/css';
import { dateTimeFormat, type GrafanaTheme2, type TimeZone } from '@grafana/data';
import { Icon, LinkButton, useStyles2 } from '@grafana/ui';
import { useState } from 'react';
import type { LogRow } from './log-rows.ts';

interface Props {
  row: LogRow;
  timeZone: TimeZone;
  showTime: boolean;
  wrap: boolean;
  /** Whether a click shows labels and links. */
  details: boolean;
}

/** One log line; opened, its labels and links too. */
export function LogLine({ row, timeZone, showTime, wrap, details }: Props) {
  const styles = useStyles2(getStyles);
  const [open, setOpen] = useState(false);
  const time = dateTimeFormat(row.time, { timeZone, format: 'YYYY-MM-DD HH:mm:ss.SSS' });
  return (
    <li className={styles.item}>
      <button
        type="button"
        className={cx(styles.line, styles.level[row.level], wrap ? styles.wrapped : styles.long)}
        aria-expanded={details ? open : undefined}
        disabled={!details}
        title={row.level === 'unknown' ? undefined : row.level}
        onClick={() => setOpen(!open)}
      >
        {details && <Icon name={open ? 'angle-down' : 'angle-right'} className={styles.angle} />}
        {showTime && <time className={styles.time}>{time}</time>}
        <span className={styles.text}>{row.text}</span>
      </button>
      {open && <Details row={row} />}
    </li>
  );
}

function Details({ row }: { row: LogRow }) {
  const styles = useStyles2(getStyles);
  const links = row.links();
  return (
    <div className={styles.details}>
      {links.length > 0 && (
        <div className={styles.links}>
          {links.map(({ title, href, target, onClick }, index) => (
            <LinkButton key={index} size="sm" variant="secondary" href={href} target={target} onClick={onClick}>
              {title}
            </LinkButton>
          ))}
        </div>
      )}
      <table>
        <tbody>
          {row.labels.map(([name, value]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>{value}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => {
  const bar = (color: string) => css({ borderLeftColor: color });
  const { error, warning, info, secondary } = theme.colors;
  return {
    item: css({ listStyle: 'none', contentVisibility: 'auto', containIntrinsicSize: 'auto 22px' }),
    line: css({
      display: 'flex',
      // Where it is narrow the text goes below the time.
      flexWrap: 'wrap',
      columnGap: theme.spacing(1),
      alignItems: 'baseline',
      width: '100%',
      padding: theme.spacing(0.25, 1, 0.25, 0.5),
      border: 'none',
      borderLeft: '3px solid transparent',
      background: 'none',
      color: theme.colors.text.primary,
      font: 'inherit',
      textAlign: 'left',
      '&:not(:disabled):hover': { background: theme.colors.action.hover },
      '&:focus-visible': { outline: `2px solid ${theme.colors.primary.main}`, outlineOffset: -2 },
    }),
    level: {
      critical: bar(theme.visualization.getColorByName('purple')),
      error: bar(error.main),
      warning: bar(warning.main),
      info: bar(theme.colors.success.main),
      debug: bar(info.main),
      unknown: bar(secondary.main),
    },
    wrapped: css({ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }),
    long: css({ whiteSpace: 'pre', flexWrap: 'nowrap' }),
    angle: css({ flexShrink: 0, alignSelf: 'flex-start' }),
    time: css({ flexShrink: 0, color: theme.colors.text.secondary, whiteSpace: 'nowrap' }),
    text: css({ flex: '1 1 32ch', minWidth: 0 }),
    details: css({
      padding: theme.spacing(1, 1, 1, 4),
      background: theme.colors.background.secondary,
      th: {
        paddingRight: theme.spacing(2),
        fontWeight: 'normal',
        textAlign: 'left',
        color: theme.colors.text.secondary,
      },
      td: { overflowWrap: 'anywhere' },
    }),
    links: css({ display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1), marginBottom: theme.spacing(1) }),
  };
};
