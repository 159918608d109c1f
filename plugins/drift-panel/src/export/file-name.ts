import { dateTimeFormat, type TimeZone } from '@grafana/data';

/** "Drift of jukebox 2026-11-09 12.00.csv": the panel's title and the end of its data, safe on every file system. */
export function fileName(title: string, time: number, timeZone: TimeZone, ending: string): string {
  const name = title
    .replace(/[\p{Cc}\\/:*?"<>|]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return `${name || 'drift'} ${dateTimeFormat(time, { timeZone, format: 'YYYY-MM-DD HH.mm' })}.${ending}`;
}
