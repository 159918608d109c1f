/** Prometheus's and Grafana's spelling of a duration, in the largest unit that divides it: 300 is "5m", 90 is "90s". */
export function duration(seconds: number): string {
  const units: Array<[string, number]> = [
    ['d', 86_400],
    ['h', 3_600],
    ['m', 60],
  ];
  const [name, size] = units.find(([, unit]) => seconds > 0 && seconds % unit === 0) ?? ['s', 1];
  return `${String(seconds / size)}${name}`;
}

/** Seconds of "1h30m", NaN for what is no such text. */
export function secondsOf(text: string): number {
  const match = /^(?:(\d+)d)?(?:(\d+)h)?(?:(\d+)m)?(?:(\d+)s)?$/.exec(text);
  const [days = 0, hours = 0, minutes = 0, seconds = 0] = match?.slice(1).map((part) => Number(part ?? 0)) ?? [NaN];
  return ((days * 24 + hours) * 60 + minutes) * 60 + seconds;
}
