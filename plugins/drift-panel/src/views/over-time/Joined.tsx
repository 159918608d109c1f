import React, { useMemo, useState } from 'react';
import { css } from '@emotion/css';
import { useStyles2, useTheme2 } from '@grafana/ui';
import { t } from '../../i18n/translate.ts';
import type { OverTime } from '../../report/history.ts';
import type { Line } from '../marks/MarkLines.tsx';
import { paletteOf } from '../palette.ts';
import type { ViewProps } from '../scene.ts';
import { ChartHead, type KeyEntry } from './ChartHead.tsx';
import { chunkAt } from './ChosenChunk.tsx';
import { type EndLabel } from './EndLabels.tsx';
import { joinedLayout } from './joined-layout.ts';
import { JoinedPlot } from './JoinedPlot.tsx';
import { limitEntry } from './key-entries.tsx';
import { during } from './lines.ts';
import { OverTimeTable } from './OverTimeTable.tsx';
import { pointAt } from './plot-area.ts';
import { PointTip } from './PointTip.tsx';
import { PointWalker, type Pointed } from './PointWalker.tsx';
import { MOST_COLOURED } from './series-style.ts';

interface Props extends ViewProps {
  title: string;
  histories: readonly OverTime[];
}

/** What happened is told once. */
const NO_LINES: readonly Line[] = [];

/** Several features on one axis: names at the ends of their lines, and the limit of the one that is pointed at. */
export function Joined({ title, histories, scene, width, height }: Props) {
  const styles = useStyles2(getStyles);
  const theme = useTheme2();
  const palette = paletteOf(theme);
  const [pointed, setPointed] = useState<Pointed>();
  const [walked, setWalked] = useState(0);
  const { marks, label, colour } = scene;
  const { range, series, lines, laid, plot, right, area } = useMemo(
    () => joinedLayout(histories, { marks, label, colour }, theme, { width, height }),
    [histories, marks, label, colour, theme, width, height]
  );
  const chosen = series.findIndex(({ feature }) => feature === scene.selection.feature);
  const active = pointed ? Math.min(walked, series.length - 1) : Math.max(0, chosen);
  const current = series[active];

  const point = pointed && current?.points[pointed.at];
  const told = point ? [point.title, ...during(lines, point)] : [];
  const ends = series.slice(0, MOST_COLOURED).flatMap(({ points, name, style }, at): EndLabel[] => {
    const last = [...points].reverse().find(({ y }) => y !== null);
    const place = last && { x: area.x(last.to), y: area.y(last.y ?? 0) };
    return place ? [{ name, colour: style.colour, isActive: at === active, ...place }] : [];
  });
  const rest = series.length - MOST_COLOURED;
  const limit = current && limitEntry(current, palette);
  const entries: KeyEntry[] =
    limit && current
      ? [{ ...limit, text: `${current.name}: ${limit.text}`, short: `${current.name}: ${limit.short}` }]
      : [];

  const go = (index: number, next: Pointed) => {
    setWalked(index);
    setPointed({ ...next, at: pointAt(series[index]?.points ?? [], next.time) });
  };
  const onPoint = (next: Pointed | undefined) => {
    scene.actions.hover(next?.time);
    if (next?.height !== undefined) {
      go(nearest(next.time, next.height), next);
    } else {
      setWalked(active);
      setPointed(next);
    }
  };
  /** The line that passes nearest to a place in the plot. */
  const nearest = (time: number, from: number): number => {
    const apart = series.map(({ points }) => {
      const y = points[pointAt(points, time)]?.y;
      return y == null ? Infinity : Math.abs(area.y(y) - from);
    });
    return apart.indexOf(Math.min(...apart));
  };
  const onOther = (step: 1 | -1) =>
    pointed && go(Math.max(0, Math.min(series.length - 1, active + step)), { ...pointed });
  const onChoose = (at: number) =>
    current &&
    scene.actions.select({ feature: current.feature, chunk: chunkAt(scene.report.heatmap, current.points[at]) });

  return (
    <div className={styles.chart} style={{ width, height }}>
      <ChartHead
        title={rest > 0 ? t('over-time.rest', '{{title}}; {{n}} more in grey', { title, n: rest }) : title}
        entries={entries}
        compact={false}
        left={area.left}
        width={width}
      />
      <div className={styles.plot}>
        <JoinedPlot
          series={series}
          active={active}
          isPointed={pointed !== undefined}
          label={t('over-time.joined', '{{title}} of {{names}} over time', {
            title,
            names: series.map(({ name }) => name).join(', '),
          })}
          ends={ends}
          room={right}
          size={{ width, height: plot }}
          range={range}
          area={area}
          laid={laid}
          scene={scene}
        />
        <PointWalker
          points={current?.points ?? []}
          area={area}
          label={t('over-time.walk-joined', 'Chunks; up and down for another feature')}
          told={[current?.name, ...told].filter(Boolean).join(': ')}
          pointed={pointed}
          onPoint={onPoint}
          onChoose={onChoose}
          onOther={onOther}
        />
      </div>
      {histories.map((overTime, at) => (
        <OverTimeTable
          key={overTime.feature}
          overTime={overTime}
          name={series[at]?.name ?? ''}
          lines={at === 0 ? lines : NO_LINES}
          timeZone={scene.timeZone}
        />
      ))}
      <PointTip pointed={pointed} name={current?.name} told={told} />
    </div>
  );
}

function getStyles() {
  return { chart: css({ position: 'relative' }), plot: css({ position: 'relative' }) };
}
