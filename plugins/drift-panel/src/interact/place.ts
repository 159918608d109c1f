import { config } from '@grafana/runtime';
import { getTimeZone, type TimeZone } from '@grafana/data';

/** IANA name of a dashboard's time zone. */
export function zoneOf(timeZone: TimeZone): string {
  const zone = timeZone === '' ? getTimeZone() : timeZone;
  if (zone === 'browser') {
    return Intl.DateTimeFormat().resolvedOptions().timeZone;
  }
  return zone === 'utc' ? 'UTC' : zone;
}

/** BCP 47 of the user's numbers and dates: the regional format where one is set, else the language, else the browser's. */
export function localeOf(user: object | undefined = config.bootData?.user): string {
  const wanted = [user && 'regionalFormat' in user && user.regionalFormat, user && 'language' in user && user.language];
  const found = wanted.find((name): name is string => typeof name === 'string' && isLocale(name));
  return found ?? navigator.language;
}

function isLocale(name: string): boolean {
  try {
    return Intl.NumberFormat.supportedLocalesOf([name]).length > 0;
  } catch {
    return false;
  }
}
