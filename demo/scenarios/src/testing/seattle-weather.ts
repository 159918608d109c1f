import { readFileSync } from 'node:fs';

// The package exports only its JavaScript, so its data is found by path.
const path = new URL('../../node_modules/vega-datasets/data/seattle-weather.csv', import.meta.url);

/** Daily weather of Seattle (vega-datasets): 2012–2013 as the reference, 2014–2015 as the live file. */
export function seattleWeather(): { reference: string; live: string } {
  const [header = '', ...days] = readFileSync(path, 'utf8').trim().split('\n');
  const part = (from: string, to: string) => [header, ...days.filter((day) => day >= from && day < to)].join('\n');
  return { reference: part('2012', '2014'), live: part('2014', '2016') };
}
