import React from 'react';
import { css } from '@emotion/css';
import type { State } from '@soundcheck/drift';
import { useStyles2 } from '@grafana/ui';
import type { Palette } from '../palette.ts';
import { pointLook, stateText } from './point-look.ts';

/** What the shapes mean. */
export function StateKey({ states, palette }: { states: readonly State[]; palette: Palette }) {
  const styles = useStyles2(getStyles);
  return (
    <span className={styles.key}>
      {states.map((state) => {
        const { path, colour, isFilled } = pointLook(state, palette);
        return (
          <span key={state} className={styles.entry} title={stateText(state)}>
            <svg width={14} height={14} viewBox="-7 -7 14 14" aria-hidden="true">
              <path d={path} fill={isFilled ? colour : 'none'} stroke={colour} strokeWidth={1.25} />
            </svg>
            {stateText(state)}
          </span>
        );
      })}
    </span>
  );
}

function getStyles() {
  return {
    key: css({
      display: 'flex',
      flexWrap: 'wrap',
      columnGap: 12,
      height: 20,
      overflow: 'hidden',
      justifyContent: 'end',
    }),
    entry: css({ display: 'inline-flex', alignItems: 'center', gap: 4, height: 20, whiteSpace: 'nowrap' }),
  };
}
