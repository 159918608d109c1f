import React, { type ReactNode } from 'react';
import { css } from '@emotion/css';
import { Portal, useStyles2, VizTooltipContainer } from '@grafana/ui';

interface Props {
  /** Client coordinates of what it speaks of. */
  x: number;
  y: number;
  children: ReactNode;
}

const OFFSET = { x: 12, y: 12 };

/** Above everything on the page, also above neighbouring panels; takes no pointer and is not announced by itself. */
export function Tooltip({ x, y, children }: Props) {
  const styles = useStyles2(getStyles);
  return (
    <Portal>
      <VizTooltipContainer position={{ x, y }} offset={OFFSET} className={styles.box} role="tooltip" aria-live="off">
        {children}
      </VizTooltipContainer>
    </Portal>
  );
}

function getStyles() {
  return { box: css({ maxWidth: 'min(360px, 90vw)', fontSize: 12, lineHeight: 1.4, overflowWrap: 'anywhere' }) };
}
