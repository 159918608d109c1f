import React from 'react';
import { css } from '@emotion/css';
import type { State } from '@soundcheck/drift';
import { useStyles2 } from '@grafana/ui';
import type { Palette } from '../palette.ts';
import { pointLook } from './point-look.ts';

interface Props {
  lines: ReadonlyArray<ReadonlyArray<{ state: State; text: string }>>;
  palette: Palette;
}

/** What the shapes mean. */
export function StateKey({ lines, palette }: Props) {
  const styles = useStyles2(getStyles);
  return (
    <div>
      {lines.map((line, at) => (
        <div key={at} className={styles.line}>
          {line.map(({ state, text }) => {
            const { path, colour, isFilled } = pointLook(state, palette);
            return (
              <span key={state} className={styles.entry}>
                <svg width={14} height={14} viewBox="-7 -7 14 14" aria-hidden="true">
                  <path d={path} fill={isFilled ? colour : 'none'} stroke={colour} strokeWidth={1.25} />
                </svg>
                {text}
              </span>
            );
          })}
        </div>
      ))}
    </div>
  );
}

function getStyles() {
  return {
    line: css({ display: 'flex', gap: 12, height: 20, overflow: 'hidden' }),
    entry: css({ display: 'inline-flex', alignItems: 'center', gap: 4, whiteSpace: 'nowrap' }),
  };
}
