import type { RangeSeconds } from './prometheus-api.ts';

const unitSeconds: Record<string, number> = { s: 1, m: 60, h: 3600, d: 86_400, w: 604_800 };

/** "5s", "4m", "7d" in seconds; undefined for anything else. */
export function spanSeconds(text: string): number | undefined {
  const match = /^(\d+)([smhdw])$/.exec(text);
  return match ? Number(match[1]) * (unitSeconds[match[2] ?? ''] ?? NaN) : undefined;
}

/** "now" and "now-7d" in epoch seconds. */
export function timeSeconds(text: string, nowMs: number): number {
  const now = Math.floor(nowMs / 1000);
  const span = text === 'now' ? 0 : spanSeconds(text.replace(/^now-/, ''));
  if (span === undefined) {
    throw new Error(`The check does not know the time "${text}"; it knows now and now-7d.`);
  }
  return now - span;
}

/** The step that Grafana takes: the range over the number of points, not below the shortest interval. */
export function rangeOf(from: number, to: number, points: number, shortest: number): RangeSeconds {
  return { from, to, step: Math.max(Math.ceil((to - from) / points), shortest) };
}
