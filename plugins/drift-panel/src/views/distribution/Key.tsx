import React from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2, useTheme2 } from '@grafana/ui';
import { t } from '../../i18n/translate.ts';
import { paletteOf } from '../palette.ts';
import type { Distribution } from '../../report/distribution.ts';
import { countText } from '../marks/numbers.ts';
import type { Mode } from './modes.ts';

interface Props {
  distribution: Distribution;
  mode: Mode['mode'];
  colour: string | undefined;
}

/** Which mark is which side, with the rows behind it. */
export function Key({ distribution, mode, colour }: Props) {
  const styles = useStyles2(getStyles);
  const palette = paletteOf(useTheme2());
  const current = colour ?? palette.current;
  const n = { current: countText(distribution.current.n), reference: countText(distribution.reference.n) };
  if (mode === 'difference') {
    return (
      <div className={styles.key}>
        <Entry mark={<rect y={1} width={10} height={9} fill={current} />} text={t('distribution.more', 'more')} />
        <Entry mark={<rect y={1} width={10} height={9} fill={palette.limit} />} text={t('distribution.less', 'less')} />
        <span>{t('distribution.nBoth', '{{current}} v {{reference}} rows', n)}</span>
      </div>
    );
  }
  const mark =
    mode === 'ecdf' ? (
      <line x2={14} y1={6} y2={6} stroke={current} strokeWidth={2.5} />
    ) : mode === 'qq' ? (
      <circle cx={6} cy={6} r={3} fill={current} />
    ) : (
      <rect y={1} width={10} height={9} fill={current} />
    );
  return (
    <div className={styles.key}>
      <Entry
        mark={mark}
        text={
          mode === 'qq'
            ? t('distribution.nBoth', '{{current}} v {{reference}} rows', n)
            : t('distribution.keyCurrent', 'current {{current}}', n)
        }
      />
      <Entry
        mark={
          <line
            x2={14}
            y1={6}
            y2={6}
            stroke={palette.reference}
            strokeWidth={1.75}
            strokeDasharray={mode === 'qq' ? '4 3' : undefined}
          />
        }
        text={
          mode === 'qq'
            ? t('distribution.noDifference', 'no difference')
            : t('distribution.keyReference', 'reference {{reference}}', n)
        }
      />
    </div>
  );
}

function Entry({ mark, text }: { mark: React.ReactNode; text: string }) {
  const styles = useStyles2(getStyles);
  return (
    <span className={styles.entry}>
      <svg width={14} height={12} aria-hidden="true">
        {mark}
      </svg>
      {text}
    </span>
  );
}

function getStyles(theme: GrafanaTheme2) {
  return {
    key: css({
      display: 'flex',
      gap: 8,
      fontSize: 11,
      lineHeight: '18px',
      color: theme.colors.text.secondary,
      whiteSpace: 'nowrap',
      overflow: 'hidden',
    }),
    entry: css({ display: 'inline-flex', alignItems: 'center', gap: 4 }),
  };
}
