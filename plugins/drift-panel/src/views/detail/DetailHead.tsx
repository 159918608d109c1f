import React from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { ClipboardButton, IconButton, useStyles2 } from '@grafana/ui';
import { t } from '../../i18n/translate.ts';
import { textWidth } from '../marks/text-width.ts';
import type { Scene } from '../scene.ts';
import { Breadcrumb } from './Breadcrumb.tsx';

interface Props {
  scene: Scene;
  feature: string;
  width: number;
}

const FIRST = 28;
const LINE = 18;
const BELOW = 4;

/**
 * What is said of the chosen feature above its charts. Of all its rows the ranking's words, since only there p is corrected
 * over the features; of a chunk or a slice what was worked out for it.
 */
export function detailWords(
  { detail, report, selection, label }: Scene,
  feature: string
): { numbers: string; sentence: string } {
  const whole = selection.chunk === undefined && !selection.slice;
  const known = report.features.find((one) => one.feature === feature);
  const numbers = whole ? (known?.numbers ?? detail?.numbers) : detail?.numbers;
  const said = known && `${label(feature)}: ${known.state} – ${known.why}`;
  return {
    numbers: [detail?.scope, numbers].filter(Boolean).join(' · '),
    sentence: (whole ? (said ?? detail?.sentence) : detail?.sentence) ?? '',
  };
}

/** Height of the head: the charts get the rest. */
export function headHeight(scene: Scene, feature: string, width: number): number {
  const { numbers, sentence } = detailWords(scene, feature);
  return FIRST + (linesOf(numbers, width) + linesOf(sentence, width)) * LINE + BELOW;
}

function linesOf(text: string, width: number): number {
  return Math.max(1, Math.ceil(textWidth(text, 12) / Math.max(1, width)));
}

/** Which feature, chunk and slice; the number; the finding; where to go from here. */
export function DetailHead({ scene, feature, width }: Props) {
  const styles = useStyles2(getStyles);
  const { selection, actions, detail } = scene;
  const { numbers, sentence } = detailWords(scene, feature);
  const links = scene.links(feature, selection.chunk);
  const inside = selection.chunk !== undefined || selection.slice !== undefined;
  return (
    <header style={{ minHeight: headHeight(scene, feature, width) }}>
      <div className={styles.first}>
        {inside && (
          <IconButton name="arrow-left" size="sm" tooltip={t('detail.back', 'Back (Escape)')} onClick={actions.back} />
        )}
        <Breadcrumb scene={scene} feature={feature} />
        <span className={styles.right}>
          {detail && sentence !== '' && (
            <ClipboardButton
              icon="copy"
              size="sm"
              fill="text"
              variant="secondary"
              getText={() => sentence}
              aria-label={t('detail.copy', 'Copy the finding')}
              tooltip={t('detail.copy', 'Copy the finding')}
            />
          )}
          {links.map((link, i) => (
            <a
              key={i}
              className={styles.link}
              href={link.href}
              target={link.target}
              rel={link.target === '_blank' ? 'noreferrer' : undefined}
              onClick={link.onClick}
            >
              {link.title}
              {link.target === '_blank' && ' ↗'}
            </a>
          ))}
        </span>
      </div>
      <div className={styles.numbers}>{numbers}</div>
      <div className={styles.sentence}>{sentence}</div>
    </header>
  );
}

function getStyles(theme: GrafanaTheme2) {
  const line = { fontSize: 12, lineHeight: `${LINE}px`, minHeight: LINE } as const;
  return {
    first: css({ height: FIRST, display: 'flex', alignItems: 'center', gap: 6, whiteSpace: 'nowrap' }),
    right: css({
      marginLeft: 'auto',
      display: 'flex',
      alignItems: 'center',
      gap: 12,
      overflow: 'hidden',
      fontSize: 12,
    }),
    link: css({ color: theme.colors.text.link, '&:hover': { textDecoration: 'underline' } }),
    numbers: css({ ...line, color: theme.colors.text.secondary }),
    sentence: css(line),
  };
}
