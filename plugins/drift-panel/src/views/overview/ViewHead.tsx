import React, { forwardRef } from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import type { ViewName } from '../../options/options.ts';
import type { Scene } from '../scene.ts';
import { MetricSwitch } from './MetricSwitch.tsx';
import { Verdict } from './Verdict.tsx';
import { ViewSwitch } from './ViewSwitch.tsx';

interface Props {
  scene: Scene;
  view: ViewName;
  width: number;
  showTrust: boolean;
}

/** Below this width the switches stand under the verdict. */
const BESIDE = 1000;
/** Room for the menu's button at the right end of the first line. */
const MENU = 36;

/** Verdict, and the ways to other views and metrics. */
export const ViewHead = forwardRef<HTMLDivElement, Props>(function ViewHead(props, ref) {
  const { scene, view, width, showTrust } = props;
  const { report, options, actions } = scene;
  const styles = useStyles2(getStyles);
  const beside = width >= BESIDE;
  const room = (beside ? Math.min(900, width * 0.36) : width - 24) - MENU;
  const switches = options.showSwitch || report.choices.length > 1;
  return (
    <div ref={ref} className={styles.head}>
      <div className={styles.verdict}>
        <Verdict report={report} showTrust={showTrust} narrow={width < 560} />
      </div>
      {switches && (
        <div className={beside ? styles.right : styles.below}>
          {options.showSwitch && <ViewSwitch view={view} onShow={actions.show} width={room} />}
          <MetricSwitch choices={report.choices} chosen={report.chosen} onChoose={actions.metric} />
        </div>
      )}
      {scene.menu}
    </div>
  );
});

function getStyles(theme: GrafanaTheme2) {
  const switches = { display: 'flex', gap: theme.spacing(0.75) } as const;
  return {
    head: css({
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'flex-start',
      columnGap: theme.spacing(1.5),
      rowGap: theme.spacing(1),
      padding: '2px 8px 6px',
      flexShrink: 0,
    }),
    verdict: css({ flex: '1 1 0', minWidth: 0 }),
    // Below each other, so that the verdict keeps the width.
    right: css({ ...switches, flexDirection: 'column', alignItems: 'flex-end', flexShrink: 0 }),
    // On a line of their own; the menu stays beside the verdict.
    below: css({ ...switches, flexWrap: 'wrap', alignItems: 'center', flexBasis: '100%', order: 1 }),
  };
}
