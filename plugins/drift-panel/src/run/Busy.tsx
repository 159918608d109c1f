import React, { useEffect, useState } from 'react';
import { css, keyframes } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Button, useStyles2 } from '@grafana/ui';
import { t } from '../i18n/translate.ts';
import type { Progress } from './analyst.ts';

interface Props {
  progress: Progress;
  onCancel: () => void;
}

/** Shorter work shows nothing: a bar that flashes says less than none. */
const QUIET_MS = 300;
/** From here on a viewer wonders what goes on, and may want to stop it. */
const LONG_MS = 1000;

/** Progress on top of what is already drawn; after a second also in words, with a way out. */
export function Busy({ progress, onCancel }: Props) {
  const styles = useStyles2(getStyles);
  const shown = useAfter(QUIET_MS);
  const long = useAfter(LONG_MS);
  const percent = Math.round(Math.min(1, Math.max(0, progress.share)) * 100);
  if (!shown) {
    return null;
  }
  return (
    <div className={styles.top}>
      <div
        role="progressbar"
        aria-label={t('busy.label', 'Analysis')}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={percent}
        aria-valuetext={`${percent} %, ${progress.doing}`}
        className={styles.track}
      >
        <div
          className={percent > 0 ? styles.bar : styles.unknown}
          style={{ width: `${percent > 0 ? percent : 25}%` }}
        />
      </div>
      {long && (
        <div className={styles.words}>
          <span>
            {percent} %{progress.doing && ` · ${progress.doing}`}
          </span>
          <Button size="sm" variant="secondary" fill="text" onClick={onCancel}>
            {t('busy.cancel', 'Cancel')}
          </Button>
        </div>
      )}
    </div>
  );
}

function useAfter(ms: number): boolean {
  const [over, setOver] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setOver(true), ms);
    return () => clearTimeout(timer);
  }, [ms]);
  return over;
}

function getStyles(theme: GrafanaTheme2) {
  const slide = keyframes({ from: { left: '-25%' }, to: { left: '100%' } });
  return {
    top: css({ position: 'absolute', top: 0, left: 0, right: 0, zIndex: 2, pointerEvents: 'none' }),
    track: css({ position: 'relative', height: 2, overflow: 'hidden' }),
    bar: css({ position: 'absolute', top: 0, left: 0, height: 2, background: theme.colors.primary.main }),
    unknown: css({
      position: 'absolute',
      top: 0,
      height: 2,
      background: theme.colors.primary.main,
      [theme.transitions.handleMotion('no-preference')]: { animation: `${slide} 1.2s linear infinite` },
    }),
    words: css({
      position: 'absolute',
      right: theme.spacing(1),
      display: 'flex',
      alignItems: 'center',
      gap: theme.spacing(1),
      padding: theme.spacing(0.25, 0.5, 0.25, 1),
      borderRadius: theme.shape.radius.default,
      background: theme.colors.background.elevated,
      border: `1px solid ${theme.colors.border.weak}`,
      fontSize: theme.typography.bodySmall.fontSize,
      color: theme.colors.text.secondary,
      pointerEvents: 'auto',
    }),
  };
}
