import React, { useState } from 'react';
import { css, cx } from '@emotion/css';
import { useStyles2, useTheme2 } from '@grafana/ui';
import type { OverTime } from '../../report/history.ts';
import { TIME_AXIS_HEIGHT } from '../marks/TimeAxis.tsx';
import { paletteOf } from '../palette.ts';
import type { ViewProps } from '../scene.ts';
import { ChartHead, HEAD_LINE } from './ChartHead.tsx';
import { byAxis } from './groups.ts';
import { groupEntries } from './key-entries.tsx';
import { Multiple, MULTIPLE_HEAD } from './Multiple.tsx';
import { plotArea, rangeOf } from './plot-area.ts';

interface Props extends ViewProps {
  histories: readonly OverTime[];
}

const GAP = 12;
const LEAST = { width: 210, plot: 56 };
const SCROLLBAR = 10;

/** Columns so that cells are neither slivers nor needlessly flat. */
export function columnsFor(cells: number, width: number, height: number): number {
  const most = Math.max(1, Math.min(cells, Math.floor((width + GAP) / (LEAST.width + GAP))));
  let best = 1;
  let bestArea = 0;
  for (let columns = 1; columns <= most; columns++) {
    const cellWidth = width / columns;
    const cellHeight = height / Math.ceil(cells / columns);
    // A chart over time reads best about two and a half times as wide as high.
    const area = Math.min(cellWidth, cellHeight * 2.5);
    if (area > bestArea) {
      best = columns;
      bestArea = area;
    }
  }
  return best;
}

/** Small multiples: a chart each, all on the same axes, those with unlike numbers in groups of their own. */
export function Multiples({ histories, scene, width, height }: Props) {
  const styles = useStyles2(getStyles);
  const groups = byAxis(histories);
  const rows = groups.map((group) => {
    const share = (height * group.histories.length) / histories.length;
    const columns = columnsFor(group.histories.length, width, share);
    return { columns, rows: Math.ceil(group.histories.length / columns) };
  });
  const allRows = rows.reduce((sum, row) => sum + row.rows, 0);
  const fixed = groups.length * (HEAD_LINE + TIME_AXIS_HEIGHT + GAP);
  const least = MULTIPLE_HEAD + LEAST.plot;
  const cellHeight = Math.max(least, Math.floor((height - fixed) / Math.max(1, allRows)) - GAP);
  const scrolls = fixed + allRows * (cellHeight + GAP) > height;
  const inner = width - (scrolls ? SCROLLBAR : 0);
  return (
    <div className={cx(styles.all, scrolls && styles.scrolls)} style={{ width, height }}>
      {groups.map((group, at) => (
        <Group
          key={group.title}
          {...group}
          scene={scene}
          columns={rows[at]?.columns ?? 1}
          width={inner}
          cellHeight={cellHeight}
        />
      ))}
    </div>
  );
}

interface GroupProps extends Pick<ViewProps, 'scene' | 'width'> {
  title: string;
  histories: OverTime[];
  columns: number;
  cellHeight: number;
}

function Group({ title, histories, scene, columns, width, cellHeight }: GroupProps) {
  const styles = useStyles2(getStyles);
  const palette = paletteOf(useTheme2());
  const [focus, setFocus] = useState<{ index: number }>();
  const range = rangeOf(histories);
  // All cells are as wide inside; only the first of a row has labels on the left.
  const { left } = plotArea(range, { width: 400, height: cellHeight, top: MULTIPLE_HEAD, bottom: 0 });
  const plotWidth = Math.floor((width - left - GAP * columns) / columns);
  return (
    <section aria-label={title}>
      <ChartHead title={title} entries={groupEntries(histories, palette)} compact left={0} width={width} />
      <div className={styles.cells}>
        {histories.map((overTime, index) => {
          const isFirst = index % columns === 0;
          // The last of each column has the time axis.
          const isLast = index + columns >= histories.length;
          return (
            <Multiple
              key={overTime.feature}
              overTime={overTime}
              range={range}
              scene={scene}
              left={isFirst ? left : 0}
              width={plotWidth + (isFirst ? left : 0) + (index % columns === columns - 1 ? 0 : GAP)}
              plotWidth={plotWidth}
              height={cellHeight}
              axis={isLast}
              focused={focus?.index === index ? focus : undefined}
              onOther={(step) => setFocus({ index: Math.max(0, Math.min(histories.length - 1, index + step)) })}
            />
          );
        })}
      </div>
    </section>
  );
}

function getStyles() {
  return {
    all: css({ position: 'relative', overflowX: 'hidden', overflowY: 'hidden' }),
    scrolls: css({ overflowY: 'auto', scrollbarWidth: 'thin' }),
    cells: css({ display: 'flex', flexWrap: 'wrap', rowGap: GAP }),
  };
}
