import React from 'react';
import '../../testing/resize-observer.ts';
import { fireEvent, render, screen, within } from '@testing-library/react';
import { defaultOptions, type DriftOptions } from '../../options/options.ts';
import type { OverTime } from '../../report/history.ts';
import {
  CHUNKS,
  DAY,
  HOUR,
  historiesOf,
  MARKS,
  overTimeOf,
  pValuesOf,
  timeScene,
  WEEK,
} from '../../testing/histories.ts';
import type { Actions, Scene } from '../scene.ts';
import OverTimeView from './OverTimeView.tsx';

interface Heard {
  selected: unknown[];
  hovered: Array<number | undefined>;
}

/** Draws a scene and keeps what the view asks for. */
function draw(scene: Scene, size = { width: 700, height: 320 }): Heard {
  const heard: Heard = { selected: [], hovered: [] };
  const actions: Actions = {
    ...scene.actions,
    select: (change) => heard.selected.push(change),
    hover: (time) => heard.hovered.push(time),
  };
  render(<OverTimeView scene={{ ...scene, actions }} {...size} />);
  return heard;
}

const several = (layout: DriftOptions['overTime']['layout'], histories: OverTime[], more: Partial<Scene> = {}) =>
  timeScene({}, { histories, options: { ...defaultOptions, overTime: { layout, most: 12 } }, ...more });

const mark = (name: string, at = 0) => document.querySelectorAll(`[data-mark="${name}"]`)[at]?.getAttribute('d') ?? '';

/** Flat parts of a path: from, to, height in pixels. */
const flats = (path: string) =>
  [...path.matchAll(/[ML]([^,]+),([^H]+)H([^ML]+)/g)].map(([, from, y, to]) => [from, to, y].map(Number));

/** The pointer at a time of the axis, `width` pixels of plot being the whole axis. */
function pointAt(slider: HTMLElement, x: number, y = 10) {
  fireEvent(slider, new MouseEvent('pointermove', { bubbles: true, clientX: x, clientY: y }));
}

describe('one feature', () => {
  const tempo = overTimeOf('tempo');

  it('draws each number at its height and its limit beside it', () => {
    draw(timeScene({ overTime: tempo }));
    const drawn = tempo.points.filter(({ y, level }) => y !== null && level !== 'few');
    const limits = tempo.points.filter(({ limit }) => limit !== null);
    expect(flats(mark('steps'))).toHaveLength(drawn.length);
    expect(flats(mark('limit'))).toHaveLength(limits.length);
    // Pixels are linear in the number and in time: the first and the last point give the scale for all others.
    const values = [
      ...drawn.map(({ from, y }) => ({ from, value: y })),
      ...limits.map(({ from, limit }) => ({ from, value: limit })),
    ];
    const pixels = [...flats(mark('steps')), ...flats(mark('limit'))];
    const [a, b] = [0, drawn.length - 1];
    const [x = [], y = []] = [pixels.map(([from]) => from ?? NaN), pixels.map(([, , height]) => height ?? NaN)];
    const part = (list: number[], at: number) =>
      ((list[at] ?? NaN) - (list[a] ?? NaN)) / ((list[b] ?? NaN) - (list[a] ?? NaN));
    values.forEach((_, at) => {
      expect(part(x, at)).toBeCloseTo(
        part(
          values.map(({ from }) => from),
          at
        ),
        6
      );
      expect(part(y, at)).toBeCloseTo(
        part(
          values.map(({ value }) => value ?? NaN),
          at
        ),
        6
      );
    });
  });

  it('says in words what the picture says', () => {
    draw(timeScene({ overTime: tempo }, { marks: MARKS }));
    expect(
      screen.getByRole('img', { name: /^tempo: KS distance D over time, limit 0\.060, critical D/ })
    ).toBeInTheDocument();
    const rows = within(screen.getByRole('table', { name: /reference chunks, mean ± 3 sd/ })).getAllByRole('row');
    // A head, the chunks, since, a change of level, and three marks of the dashboard.
    expect(rows).toHaveLength(1 + CHUNKS + 2 + MARKS.length);
    const words = rows.map((row) => row.textContent ?? '');
    expect(words.filter((text) => text.endsWith('over the limit'))).toHaveLength(
      tempo.points.filter(({ over }) => over).length
    );
    expect(words.filter((text) => text.endsWith('too few rows'))).toHaveLength(1);
    expect(words.filter((text) => text.endsWith('no data'))).toHaveLength(1);
    expect(words.filter((text) => text.includes('Drift of tempo: firing'))).toHaveLength(1);
  });

  it('marks states in words, and what happened', () => {
    draw(timeScene({ overTime: tempo }, { marks: MARKS }), { width: 1440, height: 400 });
    const states = [...document.querySelectorAll('[data-state]')].map((lane) => lane.textContent);
    expect(states).toEqual(['few', 'no data', 'over the limit']);
    const svg = within(screen.getByRole('img'));
    for (const text of [
      'since Sat 06:00',
      '◆ level rose from 0.035 to 0.17',
      '▲ Drift of tempo: firing',
      'Deployed v13',
    ]) {
      expect(svg.getByText(text)).toBeInTheDocument();
    }
  });

  it('goes through the points by keyboard and tells each', () => {
    const heard = draw(timeScene({ overTime: tempo }, { marks: MARKS }));
    const slider = screen.getByRole('slider', { name: 'Chunks of tempo' });
    const told = (key: string) => {
      fireEvent.keyDown(slider, { key });
      return slider.getAttribute('aria-valuetext');
    };
    expect(told('ArrowLeft')).toBe(tempo.points[CHUNKS - 2]?.title);
    expect(screen.getByRole('tooltip')).toHaveTextContent(tempo.points[CHUNKS - 2]?.title ?? '');
    expect(told('Home')).toBe(tempo.points[0]?.title);
    expect(told('ArrowLeft')).toBe(tempo.points[0]?.title);
    expect(told('ArrowRight')).toBe(tempo.points[1]?.title);
    // What happened in the chunk is told with it: the alert fired 14:24 on the fifth day.
    fireEvent.keyDown(slider, { key: 'PageDown' });
    expect(told('PageDown')).toContain(tempo.points[21]?.title);
    ['ArrowLeft', 'ArrowLeft'].forEach((key) => told(key));
    expect(told('ArrowLeft')).toContain('▲ Drift of tempo: firing');
    expect(heard.hovered[heard.hovered.length - 1]).toBe(WEEK + 18 * 6 * HOUR + 3 * HOUR);
    fireEvent.keyDown(slider, { key: 'Enter' });
    expect(heard.selected).toEqual([{ feature: 'tempo', chunk: 18 }]);
    fireEvent.blur(slider);
    expect(screen.queryByRole('tooltip')).not.toBeInTheDocument();
    expect(heard.hovered[heard.hovered.length - 1]).toBeUndefined();
  });

  it('tells the chunk under the pointer, shares the time, and chooses it by click', () => {
    const heard = draw(timeScene({ overTime: tempo }));
    const slider = screen.getByRole('slider');
    const width = parseFloat(slider.style.width);
    // Events carry whole pixels.
    const x = Math.round((width * 4.55) / 7);
    pointAt(slider, x);
    expect(screen.getByRole('tooltip')).toHaveTextContent(tempo.points[18]?.title ?? '');
    expect(heard.hovered[0]).toBeCloseTo(WEEK + (x / width) * 7 * DAY, 0);
    fireEvent.click(slider);
    expect(heard.selected).toEqual([{ feature: 'tempo', chunk: 18 }]);
  });

  it('shows the shared cursor and the chosen chunk', () => {
    draw(timeScene({ overTime: tempo }, { selection: { feature: 'tempo', chunk: 7 }, cursor: WEEK + DAY }));
    const chosen = document.querySelector('[data-mark="chosen"]');
    const width = parseFloat(screen.getByRole('slider').style.width);
    expect(Number(chosen?.getAttribute('x'))).toBeCloseTo((width * 7) / CHUNKS, 6);
    expect(Number(chosen?.getAttribute('width'))).toBeCloseTo(width / CHUNKS, 6);
    const cursor = [...document.querySelectorAll('line')].map((line) => Number(line.getAttribute('x1')));
    expect(cursor.some((x) => Math.abs(x - width / 7) < 1e-6)).toBe(true);
  });

  it('takes p-values with their own ticks, up towards drift', () => {
    draw(timeScene({ overTime: pValuesOf('tempo') }));
    const height = (text: string) => {
      const tick = within(screen.getByRole('img')).getByText(text).closest('g');
      return Number(/translate\(0,([^)]+)\)/.exec(tick?.getAttribute('transform') ?? '')?.[1]);
    };
    expect(height('1')).toBeGreaterThan(height('0.01'));
    expect(height('0.01')).toBeGreaterThan(height('1e-9'));
  });

  it('puts a number beyond the axis at its end, with a mark', () => {
    const points = tempo.points.map((point, at) => (at === 20 ? { ...point, y: Infinity } : point));
    draw(timeScene({ overTime: { ...tempo, points } }));
    expect(document.querySelectorAll('[data-mark="beyond"]')).toHaveLength(1);
    expect(mark('steps')).not.toMatch(/NaN|Infinity/);
  });

  it('ends chunks where the axis ends', () => {
    draw(timeScene({ overTime: { ...tempo, from: WEEK + 9 * HOUR, to: WEEK + 20 * HOUR } }));
    const width = parseFloat(screen.getByRole('slider').style.width);
    // The fourth chunk has too few rows and is drawn elsewhere.
    const ends = flats(mark('steps')).flatMap(([from, to]) => [from, to].map((x) => ((x ?? NaN) / width) * 11));
    expect(ends.map((hour) => Math.round(hour * 1e6) / 1e6)).toEqual([0, 3, 3, 9]);
  });

  it.each([240, 300, 4000])('draws at %d px', (width) => {
    draw(timeScene({ overTime: tempo }, { marks: MARKS }), { width, height: 160 });
    expect(mark('steps')).toMatch(/^M[\d.]+,[\d.]+H/);
  });

  it('says why there is none', () => {
    draw(timeScene({ overTime: { absent: 'The rows have no time.' } }));
    expect(screen.getByText('The rows have no time.')).toBeInTheDocument();
  });
});

describe('several features', () => {
  it('draws a chart each on the same axes', () => {
    draw(several('multiples', historiesOf(6)));
    expect(screen.getAllByRole('img')).toHaveLength(6);
    expect(screen.getAllByRole('table')).toHaveLength(6);
    const ends = [...document.querySelectorAll('[data-mark="steps"]')].map((path) =>
      flats(path.getAttribute('d') ?? '')
    );
    // The same number stands at the same height: "tempo" ends highest.
    const lowest = ends.map((flat) => Math.min(...flat.map(([, , y]) => y ?? NaN)));
    expect(Math.min(...lowest)).toBe(lowest[0]);
  });

  it('parts features whose numbers do not compare', () => {
    draw(several('multiples', [...historiesOf(2), pValuesOf('country')]));
    expect(screen.getAllByRole('region').map((region) => region.getAttribute('aria-label'))).toEqual([
      'KS distance D',
      'p-value of KS, log scale: up is towards drift',
    ]);
  });

  it('chooses a feature by its name, a chunk by keyboard, and goes down to the next', () => {
    const heard = draw(several('multiples', historiesOf(3)));
    fireEvent.click(screen.getByRole('button', { name: 'danceability' }));
    const first = screen.getByRole('slider', { name: 'Chunks of tempo' });
    fireEvent.keyDown(first, { key: 'Home' });
    fireEvent.keyDown(first, { key: 'Enter' });
    expect(heard.selected).toEqual([{ feature: 'danceability' }, { feature: 'tempo', chunk: 0 }]);
    fireEvent.keyDown(first, { key: 'ArrowDown' });
    expect(screen.getByRole('slider', { name: 'Chunks of acousticness' })).toHaveFocus();
  });

  it('joins lines with names at their ends and looks that differ without colour', () => {
    draw(several('joined', historiesOf(12)));
    const lines = [...document.querySelectorAll('path[data-feature]')];
    expect(lines).toHaveLength(12);
    const dashes = lines.map((line) => line.getAttribute('stroke-dasharray') ?? '');
    const named = historiesOf(8).map(({ feature }) => feature);
    const looks = lines.flatMap((line, at) =>
      named.includes(line.getAttribute('data-feature') ?? '') ? [dashes[at]] : []
    );
    expect(new Set(looks).size).toBe(8);
    for (const name of named) {
      expect(within(screen.getByRole('img')).getAllByText(name)).not.toHaveLength(0);
    }
    expect(screen.getByText('KS distance D; 4 more in grey')).toBeInTheDocument();
  });

  it('tells the nearest line under the pointer, and another by keyboard', () => {
    const histories = historiesOf(3);
    const heard = draw(several('joined', histories));
    const slider = screen.getByRole('slider');
    const width = parseFloat(slider.style.width);
    pointAt(slider, width * 0.99, 0);
    expect(slider.getAttribute('aria-valuetext')).toBe(`tempo: ${histories[0]?.points[27]?.title}`);
    fireEvent.keyDown(slider, { key: 'ArrowDown' });
    expect(slider.getAttribute('aria-valuetext')).toBe(`acousticness: ${histories[1]?.points[27]?.title}`);
    fireEvent.keyDown(slider, { key: 'Enter' });
    expect(heard.selected).toEqual([{ feature: 'acousticness', chunk: 27 }]);
  });

  it('says that none has a history', () => {
    draw(several('multiples', []));
    expect(screen.getByText(/No feature has drift over time here/)).toBeInTheDocument();
  });
});
