import React, { type ReactNode } from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import { textWidth } from '../marks/text-width.ts';

/** A piece of the key: a drawing as it is in the plot, and what it means. */
export interface KeyEntry {
  id: string;
  text: string;
  /** Where there is less room. */
  short: string;
  /** 18 × 12 px of svg. */
  drawing: ReactNode;
  colour?: string;
}

interface Props {
  title: string;
  entries: readonly KeyEntry[];
  /** One line: the key beside the title. */
  compact: boolean;
  /** Pixels of the key's left end, where the plot begins. */
  left: number;
  width: number;
}

export const HEAD_LINE = 20;
const DRAWING = 24;
const GAP = 16;

/** As much of the key as fits: whole, in short words, or only its first entries. The first always stays. */
export function fitEntries(entries: readonly KeyEntry[], room: number): KeyEntry[] {
  const need = (some: readonly KeyEntry[]) =>
    some.reduce((sum, { text }) => sum + DRAWING + textWidth(text) + GAP, -GAP);
  const shorter = entries.map((entry) => ({ ...entry, text: entry.short }));
  const options = [
    entries,
    ...entries.map((_, at) => [
      ...entries.slice(0, entries.length - 1 - at),
      ...shorter.slice(entries.length - 1 - at),
    ]),
    ...entries.map((_, at) => shorter.slice(0, entries.length - 1 - at)),
  ];
  return [...(options.find((option) => option.length > 0 && need(option) <= room) ?? shorter.slice(0, 1))];
}

/** What the axis is, and what the lines and areas mean. */
export function ChartHead({ title, entries, compact, left, width }: Props) {
  const styles = useStyles2(getStyles);
  const said = textWidth(title) + GAP;
  const shown = compact ? fitEntries(entries, width - said) : fitEntries(entries, width - left);
  const key = (
    <span className={styles.entries}>
      {shown.map(({ id, text, drawing, colour }) => (
        <span key={id} className={styles.entry} title={text} style={{ color: colour }}>
          <svg width={18} height={12} aria-hidden="true" className={styles.drawing}>
            {drawing}
          </svg>
          <span className={styles.words}>{text}</span>
        </span>
      ))}
    </span>
  );
  return (
    <div className={styles.head}>
      <div className={styles.line}>
        <span className={styles.title} title={title}>
          {title}
        </span>
        {compact && key}
      </div>
      {!compact && (
        <div className={styles.line} style={{ paddingLeft: left }}>
          {key}
        </div>
      )}
    </div>
  );
}

function getStyles(theme: GrafanaTheme2) {
  const cut = { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' as const };
  return {
    head: css({ fontSize: 11, color: theme.colors.text.secondary, overflow: 'hidden' }),
    line: css({ display: 'flex', alignItems: 'center', height: HEAD_LINE, gap: GAP }),
    title: css({ ...cut, flex: '0 1 auto', minWidth: 40 }),
    entries: css({ display: 'flex', gap: GAP, minWidth: 0, flex: '1 1 auto', overflow: 'hidden' }),
    entry: css({ display: 'flex', alignItems: 'center', gap: 6, minWidth: 34, flex: '0 1 auto' }),
    drawing: css({ flexShrink: 0 }),
    words: css(cut),
  };
}
