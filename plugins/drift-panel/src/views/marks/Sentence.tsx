import React from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import { textWidth } from './text-width.ts';

interface Props {
  /** Empty: nothing is drawn. */
  text: string;
  width: number;
}

const LINE = 20;
const FONT = 14;
const MOST_LINES = 2;

/** Room that the sentence takes, pixels. */
export function sentenceHeight(text: string, width: number): number {
  return LINE * Math.min(MOST_LINES, Math.ceil(textWidth(text, FONT) / width));
}

/** What a picture shows, above it. */
export function Sentence({ text, width }: Props) {
  const styles = useStyles2(getStyles);
  return text ? (
    <div className={styles.sentence} style={{ height: sentenceHeight(text, width) }} title={text}>
      {text}
    </div>
  ) : null;
}

function getStyles(theme: GrafanaTheme2) {
  return {
    sentence: css({
      fontSize: FONT,
      lineHeight: `${LINE}px`,
      fontWeight: theme.typography.fontWeightMedium,
      overflow: 'hidden',
      display: '-webkit-box',
      WebkitBoxOrient: 'vertical',
      WebkitLineClamp: MOST_LINES,
    }),
  };
}
