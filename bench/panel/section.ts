import { table } from '../src/table.ts';
import type { Measured } from './measure.ts';

export interface PanelFindings {
  browser: string;
  measured: Measured;
  sizes: { first: number; all: number };
}

const START = '<!-- panel: written by pnpm bench:panel -->';

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
}

function spread(values: readonly number[], digits: number): string {
  const text = (value: number) => value.toFixed(digits);
  return `${text(median(values))} (${text(Math.min(...values))}–${text(Math.max(...values))})`;
}

/** The panel's part of the document. */
export function panelSection({ browser, measured, sizes }: PanelFindings): string {
  const { counted, rows: many, longest, askedByRefresh } = measured;
  const { overview, table: other } = counted;
  const ratios = overview.map((ms, i) => ms / (other[i] ?? NaN));
  const met = (yes: boolean, target: string) => (yes ? target : `${target}, **missed**`);
  const rows = [
    [
      '500 features × 100 chunks × 10 bins in one long frame: frame → drawn overview with detail',
      `${spread(overview, 0)} ms; Grafana’s \`Table\` of the same frame ${spread(other, 0)} ms: ${spread(ratios, 2)} ×`,
      met(median(ratios) <= 3, '≤ 3 ×'),
    ],
    [
      '50 features × 100,000 rows a side: longest task of the main thread until the overview is drawn',
      `${longest.cpu.toFixed(0)} ms of the thread, ${longest.wall.toFixed(0)} ms by the clock; drawn after ${(many.drawn / 1000).toFixed(1)} s`,
      met(longest.cpu <= 50, '≤ 50 ms of the thread'),
    ],
    [
      'Refresh with the same data: questions to the worker',
      `${askedByRefresh.length} (at first sight: ${many.asked.join(', ')})`,
      met(askedByRefresh.length === 0, 'none'),
    ],
    [
      '`module.js`, gzip: what a dashboard loads first',
      `${sizes.first.toFixed(0)} kB`,
      met(sizes.first < 80, '< 80 kB'),
    ],
    ['All scripts, gzip', `${sizes.all.toFixed(0)} kB`, met(sizes.all < 250, '< 250 kB')],
  ];
  return [
    START,
    '## The panel',
    `Printed by \`pnpm bench:panel\`, in Chromium ${browser}, with the built panel in a page of Grafana’s own packages. ` +
      'Panel and table draw in turn; median, least and greatest of five, after one warm-up. The time of a thread is what a ' +
      'task takes on a machine that does nothing else; by the clock it waits for a core where others use them.',
    table(['what', 'measured', 'target'], rows),
  ].join('\n\n');
}

/** The document with another section of the panel in place of the one it has, if any. */
export function withPanelSection(document: string, section: string): string {
  return `${withoutPanelSection(document).trimEnd()}\n\n${section}\n`;
}

/** What stands of the panel in the document; empty: nothing yet. */
export function panelSectionOf(document: string): string {
  const start = document.indexOf(START);
  return start < 0 ? '' : document.slice(start).trimEnd();
}

function withoutPanelSection(document: string): string {
  const start = document.indexOf(START);
  return start < 0 ? document : document.slice(0, start);
}
