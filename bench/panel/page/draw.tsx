import React from 'react';
import {
  applyFieldOverrides,
  createTheme,
  dateTime,
  EventBusSrv,
  LoadingState,
  standardFieldConfigEditorRegistry,
  ThemeContext,
  type DataFrame,
  type PanelPlugin,
  type PanelProps,
} from '@grafana/data';
import { Table } from '@grafana/ui';
import { createRoot, type Root } from 'react-dom/client';
import { RANGE } from './frames.ts';

const SIZE = { width: 1400, height: 800 };
const theme = createTheme({ colors: { mode: 'dark' } });

// Options of fields that nobody sets have no editors here.
standardFieldConfigEditorRegistry.setInit(() => []);

/** Frames as a dashboard hands them to any panel: fields know how to display their values. */
export function prepared(data: DataFrame[]): DataFrame[] {
  return applyFieldOverrides({
    ...{ data, theme, timeZone: 'utc', replaceVariables: (text: string) => text },
    fieldConfig: { defaults: {}, overrides: [] },
  });
}

export interface Stage {
  place: HTMLElement;
  root: Root;
}

export function stage(): Stage {
  const place = document.createElement('div');
  Object.assign(place.style, { width: `${SIZE.width}px`, height: `${SIZE.height}px` });
  document.body.replaceChildren(place);
  return { place, root: createRoot(place) };
}

export function drawPanel({ root }: Stage, plugin: PanelPlugin, series: DataFrame[]): void {
  const { panel: Panel } = plugin;
  if (!Panel) {
    throw new Error('The plugin has no panel.');
  }
  root.render(
    <ThemeContext.Provider value={theme}>
      <Panel {...propsOf(series)} />
    </ThemeContext.Provider>
  );
}

export function drawTable({ root }: Stage, [frame]: DataFrame[]): void {
  if (frame) {
    root.render(
      <ThemeContext.Provider value={theme}>
        <Table data={frame} {...SIZE} />
      </ThemeContext.Provider>
    );
  }
}

function propsOf(series: DataFrame[]): PanelProps {
  const timeRange = {
    ...{ from: dateTime(RANGE.from), to: dateTime(RANGE.to) },
    raw: { from: dateTime(RANGE.from), to: dateTime(RANGE.to) },
  };
  return {
    ...{ id: 1, title: 'Drift', transparent: false, renderCounter: 0, ...SIZE, timeRange, timeZone: 'utc' },
    data: { series, state: LoadingState.Done, timeRange, structureRev: 1 },
    options: {},
    fieldConfig: { defaults: {}, overrides: [] },
    eventBus: new EventBusSrv(),
    onOptionsChange: () => undefined,
    onFieldConfigChange: () => undefined,
    replaceVariables: (text: string) => text,
    onChangeTimeRange: () => undefined,
  };
}

const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve));

/** Waits until `there` holds and the browser has painted it. */
export async function painted(place: HTMLElement, there: (place: HTMLElement) => boolean): Promise<void> {
  for (let frames = 0; !there(place); frames++) {
    if (frames > 3_600) {
      throw new Error(`Nothing was drawn within a minute: ${place.innerText.slice(0, 300)}`);
    }
    await nextFrame();
  }
  await nextFrame();
  await nextFrame();
}

/** The overview stands: verdict, features, and the detail of the first. */
export function overviewIsThere(place: HTMLElement): boolean {
  return place.querySelector('[role="option"]') !== null && place.querySelector('[aria-busy="true"]') === null;
}

export function tableIsThere(place: HTMLElement): boolean {
  return place.querySelectorAll('[role="row"]').length > 5;
}
