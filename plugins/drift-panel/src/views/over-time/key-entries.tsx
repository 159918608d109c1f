import React from 'react';
import { t } from '../../i18n/translate.ts';
import type { OverTime } from '../../report/history.ts';
import { Hatch } from '../marks/Hatch.tsx';
import type { Palette } from '../palette.ts';
import type { KeyEntry } from './ChartHead.tsx';

/** "limit 0.063" of "limit 0.063, critical D at 5 %". */
function firstPart(text: string): string {
  return text.split(', ')[0] ?? text;
}

/** The limit and where it comes from; undefined where none is drawn. */
export function limitEntry({ points, limitLabel }: OverTime, palette: Palette): KeyEntry | undefined {
  if (points.every(({ limit }) => limit === null)) {
    return undefined;
  }
  return {
    id: 'limit',
    text: limitLabel || t('over-time.limit', 'limit'),
    short: firstPart(limitLabel) || t('over-time.limit', 'limit'),
    colour: palette.limitText,
    drawing: <line x2={18} y1={6} y2={6} stroke={palette.limit} strokeWidth={1.5} strokeDasharray="5 3" />,
  };
}

/** The key of one chart over time: only what occurs in it. */
export function keyEntries(overTime: OverTime, palette: Palette): KeyEntry[] {
  const { points, referenceBand } = overTime;
  const limit = limitEntry(overTime, palette);
  const entries = limit ? [limit] : [];
  if (referenceBand) {
    entries.push({
      id: 'reference',
      text: referenceBand.text,
      short: firstPart(referenceBand.text),
      drawing: <rect width={18} y={1} height={10} fill={palette.axis} opacity={0.25} />,
    });
  }
  if (points.some(({ band }) => band)) {
    entries.push({
      id: 'band',
      text: t('over-time.band', 'without drift, for this n'),
      short: t('over-time.band-short', 'without drift'),
      drawing: <rect width={18} y={1} height={10} fill={palette.line} opacity={0.25} />,
    });
  }
  if (points.some(({ over }) => over)) {
    entries.push({
      id: 'over',
      text: t('over-time.over', 'over the limit'),
      short: t('over-time.over-short', 'over'),
      drawing: <rect width={18} y={1} height={10} fill={palette.limit} opacity={0.3} />,
    });
  }
  if (points.some(({ level }) => level === 'no data')) {
    entries.push({
      id: 'no data',
      text: t('over-time.no-data', 'no data'),
      short: t('over-time.no-data', 'no data'),
      drawing: <Hatch x={0} y={1} width={18} height={10} colour={palette.level['no data']} />,
    });
  }
  return entries;
}

/** The key of several charts: what occurs in any of them. Limits differ, so their numbers are left to the tooltips. */
export function groupEntries(histories: readonly OverTime[], palette: Palette): KeyEntry[] {
  const entries = new Map(histories.flatMap((one) => keyEntries(one, palette)).map((entry) => [entry.id, entry]));
  return [...entries.values()].map((entry) =>
    entry.id === 'limit'
      ? { ...entry, text: t('over-time.limit', 'limit'), short: t('over-time.limit', 'limit') }
      : entry
  );
}
