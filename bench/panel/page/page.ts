import { countedFrames, rowFrames } from './frames.ts';
import { drawPanel, drawTable, overviewIsThere, painted, prepared, stage, tableIsThere } from './draw.tsx';
import { loadPlugin } from './load-plugin.ts';
import { asked, listen } from './worker-talk.ts';

/** Milliseconds, unless named otherwise. */
export interface Measured {
  /** 500 features × 100 chunks × 10 bins: frames → drawn overview; and the same frame in Grafana's table. */
  overview: number[];
  table: number[];
  /** 50 features × 1e5 rows a side: the longest task of the main thread (0: none over 50), and until it is drawn. */
  longestTask: number;
  rowsDrawn: number;
  /** What a refresh with the same data asks the worker. */
  askedByRefresh: string[];
  /** What the first sight asks it, to show that the counter counts. */
  askedAtFirst: string[];
}

const REPEATS = 5;

async function timed(draw: () => void, drawn: () => Promise<void>): Promise<number> {
  const start = performance.now();
  draw();
  await drawn();
  return performance.now() - start;
}

async function run(): Promise<Measured> {
  listen();
  const plugin = await loadPlugin(new URL('/plugin/module.js', location.href).href);
  const counted = prepared(countedFrames(500, 100, 10));
  const overview: number[] = [];
  const table: number[] = [];
  // In turn, so that whatever slows the machine slows both; the first of each warms up and is left out.
  for (let repeat = 0; repeat <= REPEATS; repeat++) {
    const ours = stage();
    overview.push(
      await timed(
        () => drawPanel(ours, plugin, counted),
        () => painted(ours.place, overviewIsThere)
      )
    );
    ours.root.unmount();
    const theirs = stage();
    table.push(
      await timed(
        () => drawTable(theirs, counted),
        () => painted(theirs.place, tableIsThere)
      )
    );
    theirs.root.unmount();
  }
  return { overview: overview.slice(1), table: table.slice(1), ...(await rows(plugin)) };
}

async function rows(plugin: Awaited<ReturnType<typeof loadPlugin>>) {
  const frames = prepared(rowFrames(50, 100_000));
  const tasks: number[] = [];
  await new Promise((resolve) => setTimeout(resolve, 500));
  const observer = new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({ duration }) => duration)));
  observer.observe({ type: 'longtask' });
  asked.length = 0;
  const ours = stage();
  const drawn = () => painted(ours.place, overviewIsThere);
  const rowsDrawn = await timed(() => drawPanel(ours, plugin, frames), drawn);
  await new Promise((resolve) => setTimeout(resolve, 200));
  observer.disconnect();
  const askedAtFirst = asked.splice(0);
  // A refresh brings new frames with the same values.
  drawPanel(
    ours,
    plugin,
    frames.map((frame) => ({ ...frame, fields: frame.fields.map((field) => ({ ...field })) }))
  );
  await new Promise((resolve) => setTimeout(resolve, 3_000));
  return { longestTask: Math.max(0, ...tasks), rowsDrawn, askedAtFirst, askedByRefresh: asked.splice(0) };
}

Object.assign(window, { run });
