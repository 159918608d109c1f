import type { DataFrame, PanelPlugin } from '@grafana/data';
import { countedFrames, rowFrames } from './frames.ts';
import { drawPanel, drawTable, overviewIsThere, painted, prepared, stage, tableIsThere, type Stage } from './draw.tsx';
import { loadPlugin } from './load-plugin.ts';
import { asked, listen } from './worker-talk.ts';

/** Milliseconds of each repeat: frames → drawn overview with its detail, and the same frame in Grafana's table. */
export interface Counted {
  overview: number[];
  table: number[];
}

export interface Rows {
  /** Milliseconds from frames to the drawn overview. */
  drawn: number;
  /** What the page asks its worker meanwhile. */
  asked: string[];
}

const REPEATS = 5;
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

async function timed(draw: () => void, drawn: () => Promise<void>): Promise<number> {
  const start = performance.now();
  draw();
  await drawn();
  return performance.now() - start;
}

/** 500 features × 100 chunks × 10 bins. In turn, so that whatever slows the machine slows both; the first warms up. */
async function counted(plugin: PanelPlugin): Promise<Counted> {
  const frames = prepared(countedFrames(500, 100, 10));
  const overview: number[] = [];
  const table: number[] = [];
  for (let repeat = 0; repeat <= REPEATS; repeat++) {
    const ours = stage();
    overview.push(
      await timed(
        () => drawPanel(ours, plugin, frames),
        () => painted(ours.place, overviewIsThere)
      )
    );
    ours.root.unmount();
    const theirs = stage();
    table.push(
      await timed(
        () => drawTable(theirs, frames),
        () => painted(theirs.place, tableIsThere)
      )
    );
    theirs.root.unmount();
  }
  return { overview: overview.slice(1), table: table.slice(1) };
}

let frames: DataFrame[] = [];
let place: Stage | undefined;

async function prepareRows(): Promise<void> {
  frames = prepared(rowFrames(50, 100_000));
  await pause(500);
}

/** 50 features × 100,000 rows a side, to be watched from outside. */
async function rows(plugin: PanelPlugin): Promise<Rows> {
  asked.length = 0;
  const ours = stage();
  place = ours;
  const drawn = await timed(
    () => drawPanel(ours, plugin, frames),
    () => painted(ours.place, overviewIsThere)
  );
  await pause(200);
  return { drawn, asked: asked.splice(0) };
}

/** What a refresh asks that brings new frames with the same values. */
async function refresh(plugin: PanelPlugin): Promise<string[]> {
  if (place) {
    const again = frames.map((frame) => ({ ...frame, fields: frame.fields.map((field) => ({ ...field })) }));
    drawPanel(place, plugin, again);
  }
  await pause(3_000);
  return asked.splice(0);
}

listen();
const coming = loadPlugin(new URL('/plugin/module.js', location.href).href);

/** For whoever drives the page. */
Object.assign(window, {
  counted: async () => counted(await coming),
  rows: async () => rows(await coming),
  refresh: async () => refresh(await coming),
  prepareRows,
});
