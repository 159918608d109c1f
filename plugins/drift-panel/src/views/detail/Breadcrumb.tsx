import React from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import { t } from '../../i18n/translate.ts';
import type { Scene, Selection } from '../scene.ts';
import { chunkText } from './chunk-time.ts';

interface Props {
  scene: Scene;
  feature: string;
}

interface Crumb {
  text: string;
  /** What choosing it leaves; absent: it is where we are. */
  leave?: Partial<Selection>;
}

/** Feature › chunk › slice; each but the last leads back to itself. */
export function Breadcrumb({ scene, feature }: Props) {
  const styles = useStyles2(getStyles);
  return (
    <nav aria-label={t('detail.scope', 'What is shown')} className={styles.crumbs}>
      {crumbsOf(scene, feature).map(({ text, leave }, i) => (
        <React.Fragment key={i}>
          {i > 0 && <span aria-hidden="true">›</span>}
          {leave ? (
            <button type="button" className={styles.button} onClick={() => scene.actions.select(leave)}>
              {text}
            </button>
          ) : (
            <span className={styles.here} aria-current="location" title={text}>
              {text}
            </span>
          )}
        </React.Fragment>
      ))}
    </nav>
  );
}

export function crumbsOf(scene: Scene, feature: string): Crumb[] {
  const { chunk, slice } = scene.selection;
  const inChunk = chunk !== undefined;
  const crumbs: Crumb[] = [{ text: scene.label(feature) }];
  if (inChunk || slice) {
    crumbs[0] = { text: scene.label(feature), leave: { chunk: undefined, slice: undefined } };
  }
  if (inChunk) {
    crumbs.push({ text: chunkText(scene, chunk), ...(slice && { leave: { slice: undefined } }) });
  }
  if (slice) {
    crumbs.push({ text: `${slice.column} = ${slice.value ?? t('detail.missing', 'missing')}` });
  }
  return crumbs;
}

function getStyles(theme: GrafanaTheme2) {
  const cut = { overflow: 'hidden', textOverflow: 'ellipsis', minWidth: 24 } as const;
  return {
    crumbs: css({ display: 'flex', alignItems: 'baseline', gap: 6, minWidth: 0, overflow: 'hidden', fontSize: 14 }),
    here: css({ ...cut, fontWeight: theme.typography.fontWeightBold }),
    button: css({
      all: 'unset',
      ...cut,
      cursor: 'pointer',
      color: theme.colors.text.link,
      '&:hover': { textDecoration: 'underline' },
      '&:focus-visible': { outline: `2px solid ${theme.colors.primary.border}`, outlineOffset: -2, borderRadius: 2 },
    }),
  };
}
