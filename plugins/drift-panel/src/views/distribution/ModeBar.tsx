import React, { useId } from 'react';
import { css, cx } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import type { Distribution } from '../../report/distribution.ts';
import { t } from '../../i18n/translate.ts';
import { canBeLog } from './edge-scale.ts';
import { hasLogY, modeLabel, modesOf, type Mode } from './modes.ts';

interface Props {
  distribution: Distribution;
  mode: Mode;
  onChange: (change: Partial<Mode>) => void;
}

/** How the distribution is drawn: one of several measures, and log axes where they make sense. */
export function ModeBar({ distribution, mode, onChange }: Props) {
  const styles = useStyles2(getStyles);
  const name = useId();
  const { cells } = distribution;
  return (
    <div className={styles.bar}>
      <div className={styles.group} role="radiogroup" aria-label={t('distribution.modes', 'Distribution as')}>
        {modesOf(distribution).map((one) => (
          <label key={one} className={cx(styles.choice, mode.mode === one && styles.on)}>
            <input
              type="radio"
              name={name}
              className={styles.input}
              checked={mode.mode === one}
              onChange={() => onChange({ mode: one })}
            />
            {modeLabel(one)}
          </label>
        ))}
      </div>
      {cells.kind === 'bins' && canBeLog(cells.edges) && (
        <Toggle text={t('distribution.logX', 'log x')} on={mode.logX} onChange={(logX) => onChange({ logX })} />
      )}
      {hasLogY(mode.mode) && (
        <Toggle text={t('distribution.logY', 'log y')} on={mode.logY} onChange={(logY) => onChange({ logY })} />
      )}
    </div>
  );
}

function Toggle({ text, on, onChange }: { text: string; on: boolean; onChange: (on: boolean) => void }) {
  const styles = useStyles2(getStyles);
  return (
    <label className={cx(styles.choice, on && styles.on)}>
      <input type="checkbox" className={styles.input} checked={on} onChange={() => onChange(!on)} />
      <span aria-hidden="true">{on ? '☑' : '☐'}</span> {text}
    </label>
  );
}

function getStyles(theme: GrafanaTheme2) {
  return {
    bar: css({ fontSize: 11, lineHeight: '18px' }),
    // Runs on like text, so that the log axes follow in the same line.
    group: css({ display: 'inline' }),
    choice: css({
      position: 'relative',
      display: 'inline-block',
      padding: '1px 7px',
      borderRadius: theme.shape.radius.default,
      color: theme.colors.text.secondary,
      cursor: 'pointer',
      whiteSpace: 'nowrap',
      '&:hover': { color: theme.colors.text.primary },
      '&:has(:focus-visible)': { outline: `2px solid ${theme.colors.primary.border}` },
    }),
    on: css({ color: theme.colors.text.primary, background: theme.colors.action.selected }),
    // Laid over its label: reachable by keyboard and by screen readers, not seen.
    input: css({ position: 'absolute', inset: 0, opacity: 0, margin: 0, cursor: 'pointer' }),
  };
}
