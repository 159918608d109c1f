import { dateTimeFormat } from '@grafana/data';
import { isAbsent } from '../../report/absent.ts';
import type { Scene } from '../scene.ts';

const DAY = 86_400_000;

/** "Sat 12:00", with the date where the chunks span more than a week, without the hour where they are whole days. */
export function chunkTime(time: number, extent: { span: number; length: number }, timeZone: string): string {
  const day = extent.span > 7 * DAY ? 'ddd D MMM' : 'ddd';
  return dateTimeFormat(time, { timeZone, format: extent.length >= DAY ? 'ddd D MMM' : `${day} HH:mm` });
}

/** Bounds of a chunk of the heatmap in words: "Sat 12:00 – Sat 18:00". */
export function chunkText({ report, timeZone }: Scene, chunk: number): string {
  const { heatmap } = report;
  const from = isAbsent(heatmap) ? undefined : heatmap.from[chunk];
  const to = isAbsent(heatmap) ? undefined : heatmap.to[chunk];
  if (isAbsent(heatmap) || from === undefined || to === undefined) {
    return `#${chunk + 1}`;
  }
  const span = (heatmap.to[heatmap.to.length - 1] ?? to) - (heatmap.from[0] ?? from);
  const extent = { span, length: to - from };
  return `${chunkTime(from, extent, timeZone)} – ${chunkTime(to, extent, timeZone)}`;
}
