import React, { useState } from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { getWeekStart, useStyles2, useTheme2 } from '@grafana/ui';
import { t } from '../../i18n/translate.ts';
import type { Calendar } from '../../report/history.ts';
import { LEVELS } from '../../report/level.ts';
import { Legend, legendOf } from '../heatmap/Legend.tsx';
import { HiddenTable } from '../marks/HiddenTable.tsx';
import { Sentence, sentenceHeight } from '../marks/Sentence.tsx';
import { textWidth } from '../marks/text-width.ts';
import { Tooltip } from '../marks/Tooltip.tsx';
import { paletteOf } from '../palette.ts';
import { CalendarCell } from './CalendarCell.tsx';
import { inLines } from './legend-lines.ts';
import { dayName, daysFrom, HOURS, hourName, labelledHours, moved, type Place } from './week.ts';

interface Props {
  calendar: Calendar;
  /** The feature as it is called on the dashboard. */
  name: string;
  width: number;
  height: number;
}

const LINE = 20;
const AXIS = 18;
const LEGEND = 4;
const LEGEND_LINE = 18;
const MOST_HEIGHT = 44;

interface Pointed extends Place {
  x: number;
  y: number;
}

/** Weekday × hour: whether drift comes with the season of the week, or with the time. */
export function CalendarChart({ calendar, name, width, height }: Props) {
  const styles = useStyles2(getStyles);
  const palette = paletteOf(useTheme2());
  const [stop, setStop] = useState<Place>({ row: 0, hour: 0 });
  const [pointed, setPointed] = useState<Pointed>();
  const days = daysFrom(getWeekStart());
  const names = days.map(dayName);
  const left = Math.ceil(Math.max(...names.map((day) => textWidth(day)))) + 8;
  const step = Math.max(4, (width - left) / HOURS);
  const gap = step >= 12 ? 2 : step >= 7 ? 1 : 0;
  const present = new Set([...calendar.level].map((index) => LEVELS[index] ?? 'no data'));
  const legend = inLines(legendOf(present).entries, width - left);
  const head = sentenceHeight(calendar.sentence, width) + LINE;
  const rowHeight = Math.max(
    8,
    Math.min(MOST_HEIGHT, (height - head - AXIS - LEGEND - legend.length * LEGEND_LINE) / 7)
  );
  const cellOf = ({ row, hour }: Place) => (days[row] ?? 0) * HOURS + hour;
  const title = pointed && calendar.titles[cellOf(pointed)];
  const caption = `${name}: ${calendar.title}. ${calendar.sentence}`.trim();

  /** The cell that an event happened in. */
  const placeOf = (target: EventTarget): Place | undefined => {
    const at = target instanceof HTMLElement ? target.dataset['cell'] : undefined;
    return at === undefined ? undefined : { row: Math.floor(Number(at) / HOURS), hour: Number(at) % HOURS };
  };
  const onKey = (event: React.KeyboardEvent<HTMLElement>) => {
    const next = moved(stop, event.key);
    if (next) {
      event.preventDefault();
      event.stopPropagation();
      setStop(next);
      event.currentTarget.querySelector<HTMLElement>(`[data-cell="${next.row * HOURS + next.hour}"]`)?.focus();
    }
  };
  const onFocus = (event: React.FocusEvent<HTMLElement>) => {
    const place = placeOf(event.target);
    if (place) {
      const { left: x, bottom: y } = event.target.getBoundingClientRect();
      setStop(place);
      setPointed(event.target.matches(':focus-visible') ? { ...place, x, y } : undefined);
    }
  };
  const onPointer = (event: React.PointerEvent<HTMLElement>) => {
    const place = placeOf(event.target);
    setPointed(place && { ...place, x: event.clientX, y: event.clientY });
  };

  return (
    <div className={styles.chart} style={{ width, height }}>
      <Sentence text={calendar.sentence} width={width} />
      <div className={styles.title} title={calendar.title}>
        {calendar.title}
      </div>
      <div
        role="grid"
        aria-label={caption}
        onKeyDown={onKey}
        onFocus={onFocus}
        onBlur={() => setPointed(undefined)}
        onPointerMove={onPointer}
        onPointerLeave={() => setPointed(undefined)}
      >
        {days.map((day, row) => (
          <div key={day} role="row" className={styles.row} style={{ height: rowHeight, gap }}>
            <div role="rowheader" className={styles.day} style={{ width: left - gap }}>
              {names[row]}
            </div>
            {Array.from({ length: HOURS }, (_, hour) => {
              const cell = day * HOURS + hour;
              return (
                <CalendarCell
                  key={hour}
                  at={row * HOURS + hour}
                  level={LEVELS[calendar.level[cell] ?? 0] ?? 'no data'}
                  effect={calendar.effect[cell] ?? NaN}
                  title={calendar.titles[cell] ?? ''}
                  width={step - gap}
                  height={rowHeight - Math.max(1, gap)}
                  isStop={stop.row === row && stop.hour === hour}
                />
              );
            })}
          </div>
        ))}
      </div>
      <svg width={width} height={AXIS} aria-hidden="true" className={styles.axis}>
        <g transform={`translate(${left},0)`} fontSize={11} fill={palette.axis}>
          {labelledHours(step, textWidth('00:00') + 12).map((hour) => (
            <text key={hour} x={hour * step} y={13}>
              {hourName(hour)}
            </text>
          ))}
        </g>
      </svg>
      <div className={styles.legend} style={{ paddingLeft: left }}>
        {legend.map((entries, at) => (
          <Legend key={at} entries={entries} width={width - left} palette={palette} />
        ))}
      </div>
      <HiddenTable
        caption={caption}
        columns={[
          t('calendar.weekday', 'Weekday'),
          ...Array.from({ length: HOURS }, (_, hour) => `${hourName(hour)}–${hourName(hour + 1)}`),
        ]}
        rows={days.map((day, row) => [
          names[row] ?? '',
          ...Array.from({ length: HOURS }, (_, hour) => calendar.titles[day * HOURS + hour] ?? ''),
        ])}
      />
      {pointed && title && (
        <Tooltip x={pointed.x} y={pointed.y}>
          {title}
        </Tooltip>
      )}
    </div>
  );
}

function getStyles(theme: GrafanaTheme2) {
  const line = { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' as const };
  return {
    chart: css({ position: 'relative', overflowX: 'hidden', overflowY: 'auto', scrollbarWidth: 'thin' }),
    title: css({ ...line, height: LINE, lineHeight: `${LINE}px`, fontSize: 11, color: theme.colors.text.secondary }),
    row: css({ display: 'flex', alignItems: 'flex-start' }),
    day: css({ flexShrink: 0, fontSize: 11, color: theme.colors.text.secondary, alignSelf: 'center' }),
    axis: css({ display: 'block' }),
    legend: css({ paddingTop: LEGEND }),
  };
}
