import { durationText } from '../rules/promql.ts';

/** Alertmanager's and Grafana's spelling of a duration: 5400 is "1h30m". */
export function duration(seconds: number): string {
  return durationText(seconds * 1000);
}

/** Seconds of "1h30m", NaN for what is no such text. */
export function secondsOf(text: string): number {
  const match = /^(?:(\d+)d)?(?:(\d+)h)?(?:(\d+)m)?(?:(\d+)s)?$/.exec(text);
  const [days = 0, hours = 0, minutes = 0, seconds = 0] = match?.slice(1).map((part) => Number(part ?? 0)) ?? [NaN];
  return ((days * 24 + hours) * 60 + minutes) * 60 + seconds;
}
