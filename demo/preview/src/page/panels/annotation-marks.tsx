import { css } from '@emotion/css';
import { type DataFrame, type GrafanaTheme2, FieldType } from '@grafana/data';
import { useStyles2, useTheme2, type UPlotConfigBuilder } from '@grafana/ui';
import { useLayoutEffect, useReducer, useRef } from 'react';

interface Mark {
  time: number;
  timeEnd: number;
  color?: string;
  words: string;
}

interface Props {
  config: UPlotConfigBuilder;
  frames: DataFrame[];
}

/** Annotations over a graph: a dashed line, or a region, with its text on the mark below it. */
export function AnnotationMarks({ config, frames }: Props) {
  const theme = useTheme2();
  const styles = useStyles2(getStyles);
  const plot = useRef<uPlot>(undefined);
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  useLayoutEffect(() => {
    config.addHook('draw', (drawn) => {
      const moved = plot.current !== drawn;
      plot.current = drawn;
      if (moved) {
        redraw();
      }
    });
    config.addHook('setScale', () => redraw());
  }, [config]);
  const u = plot.current;
  if (!u) {
    return null;
  }
  const { left, top, width, height } = u.bbox;
  const ratio = devicePixelRatio;
  const at = (time: number) => u.valToPos(time, 'x') + left / ratio;
  return (
    <>
      {marksOf(frames)
        .map((mark) => ({ mark, from: at(mark.time), to: at(mark.timeEnd) }))
        .filter(({ from, to }) => to >= left / ratio && from <= (left + width) / ratio)
        .map(({ mark, from, to }, index) => {
          const color = theme.visualization.getColorByName(mark.color ?? 'blue');
          const start = Math.max(from, left / ratio);
          const end = Math.min(to, (left + width) / ratio);
          return (
            <div
              key={index}
              role="note"
              data-testid="data-testid annotation-marker"
              aria-label={mark.words}
              title={mark.words}
              className={styles}
              style={{
                left: start,
                top: top / ratio,
                width: Math.max(1, end - start),
                height: height / ratio,
                borderColor: color,
                background: end > start + 1 ? `${color}1a` : undefined,
              }}
            />
          );
        })}
    </>
  );
}

function marksOf(frames: DataFrame[]): Mark[] {
  return frames.flatMap((frame) => {
    const value = (name: string, row: number): unknown =>
      frame.fields.find((field) => field.name === name)?.values[row];
    const times = frame.fields.find(({ name, type }) => name === 'time' && type === FieldType.time)?.values ?? [];
    return Array.from(times, (time: number, row): Mark => {
      const end = value('timeEnd', row);
      const color = value('color', row);
      const words = [value('title', row), value('text', row)].filter((one) => typeof one === 'string' && one !== '');
      return {
        time,
        timeEnd: typeof end === 'number' && end > time ? end : time,
        words: words.join(': '),
        ...(typeof color === 'string' && color !== '' && { color }),
      };
    });
  });
}

const getStyles = (theme: GrafanaTheme2) =>
  css({
    position: 'absolute',
    borderLeft: '1px dashed',
    '&::after': {
      content: '""',
      position: 'absolute',
      bottom: -5,
      left: -5,
      border: '5px solid transparent',
      borderTop: 0,
      borderBottomColor: 'inherit',
      zIndex: theme.zIndex.activePanel,
    },
  });
