import React from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import type { Distribution } from '../../report/distribution.ts';
import type { Scene } from '../scene.ts';
import { DistributionChart } from './DistributionChart.tsx';
import { Key } from './Key.tsx';
import { ModeBar } from './ModeBar.tsx';
import { fitting, valueTitle, type Mode } from './modes.ts';
import type { AxisCursor } from './use-cell-cursor.ts';

interface Props {
  scene: Scene;
  feature: string;
  distribution: Distribution;
  width: number;
  height: number;
  labels: boolean;
  cursor?: AxisCursor;
  /** Told to a chart that shares the axis. */
  mode: [Mode, (change: Partial<Mode>) => void];
}

const LINE = 20;

/** Modes, log axes and key fit in one line from here on; categories have fewer modes. */
const ONE_LINE = { bins: 620, categories: 460 };
/** The axis of values has room for its title beside the key; the chosen mode says as much. */
const TITLED = 400;
/** Below this the modes take two lines. */
const MODES = 350;

/** Heights of the head and of the chart, and the note below it where there is room for one. */
export function blockParts({ binsText, remark, cells }: Distribution, width: number, height: number) {
  const lines = width >= ONE_LINE[cells.kind] ? 1 : width >= MODES || cells.kind === 'categories' ? 2 : 3;
  const wanted = [binsText, remark].filter((text) => text !== '').join('; ');
  const note = height >= 200 ? wanted : '';
  const head = lines * LINE;
  return { head, note, chart: Math.max(80, height - head - (note === '' ? 0 : LINE)) };
}

/** The chart with its modes, its key and what it leaves out. */
export function DistributionBlock({ scene, feature, distribution, width, height, labels, cursor, mode: state }: Props) {
  const styles = useStyles2(getStyles);
  const [wanted, setMode] = state;
  const mode = fitting(wanted, distribution);
  const { head, chart, note } = blockParts(distribution, width, height);
  const oneLine = head === LINE;
  return (
    <div style={{ width }}>
      <div style={{ height: head }} className={oneLine ? styles.oneLine : styles.lines}>
        <ModeBar distribution={distribution} mode={mode} onChange={setMode} />
        <div className={styles.line}>
          {!oneLine && width >= TITLED && <span className={styles.title}>{valueTitle(mode.mode)}</span>}
          <Key distribution={distribution} mode={mode.mode} colour={scene.colour(feature)} />
        </div>
      </div>
      <DistributionChart
        scene={scene}
        feature={feature}
        distribution={distribution}
        mode={mode}
        width={width}
        height={chart}
        labels={labels}
        cursor={cursor}
      />
      {note !== '' && (
        <div className={styles.note} title={note}>
          {note}
        </div>
      )}
    </div>
  );
}

function getStyles(theme: GrafanaTheme2) {
  const line = { height: LINE, lineHeight: `${LINE}px`, fontSize: 11, color: theme.colors.text.secondary } as const;
  return {
    oneLine: css({ display: 'flex', justifyContent: 'space-between', gap: 12, overflow: 'hidden' }),
    lines: css({ overflow: 'hidden' }),
    line: css({ ...line, display: 'flex', justifyContent: 'space-between', gap: 8 }),
    title: css({ overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap', minWidth: 0 }),
    note: css({ ...line, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }),
  };
}
