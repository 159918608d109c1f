import { defaultOptions } from '../options/options.ts';
import type { SideName } from '../read/data-set.ts';
import { decodeProfile, type Profile } from '@soundcheck/drift';
import { read, table } from '../read/testing/frames.ts';
import { finish } from '../run/finish.ts';
import { settingsOf } from '../run/settings-of.ts';
import { profileOf } from './profile-of.ts';
import { reportOf } from './report-of.ts';

const settings = settingsOf(
  { ...defaultOptions, numericTest: 'ks' },
  {
    ...{ from: 0, to: 1000, mostChunks: 10, timeZone: 'UTC', locale: 'en-US', thresholds: {} },
  }
);

const reference = table(
  {
    tempo: [null, ...Array.from({ length: 200 }, (_, at) => at / 200)],
    mode: Array.from({ length: 201 }, (_, at) => (at === 0 ? null : at % 4 === 0 ? 'minor' : 'major')),
  },
  { refId: 'reference' }
);
const current = table({ tempo: [0.5, 0.6, 0.7], mode: ['major', 'major', 'minor'] }, { refId: 'B' });

function profile(side: SideName): Profile {
  const decoded = decodeProfile(finish(profileOf(read([reference, current]), side)));
  if ('wrong' in decoded) {
    throw new Error(decoded.wrong);
  }
  return decoded;
}

it('counts numbers in bins of equal shares and text by category, and what is missing', () => {
  const [tempo, mode] = profile('reference').features;
  expect(tempo).toMatchObject({ feature: 'tempo', missing: 1, counts: Array.from({ length: 50 }, () => 4) });
  expect(mode).toMatchObject({ missing: 1, cells: { categories: ['major', 'minor'] }, counts: [150, 50] });
});

it('takes the side that it is asked for', () => {
  const [tempo, mode] = profile('current').features;
  expect(tempo).toMatchObject({ missing: 0, counts: [1, 1, 1] });
  expect(mode).toMatchObject({ counts: [2, 1] });
});

it('is a reference that gives the verdict of the rows, but for what lies inside a bin', () => {
  const profile = finish(profileOf(read([reference, current]), 'reference'));
  const drifted = table({ tempo: Array.from({ length: 100 }, (_, at) => 0.3 + at / 200) }, { refId: 'B' });
  const [rows] = finish(reportOf(read([reference, drifted]), settings)).features;
  const [saved] = finish(reportOf(read([drifted], { reference: { from: 'profile', profile } }), settings)).features;
  expect(saved?.state).toBe('drift');
  expect(saved?.result.nReference).toBe(rows?.result.nReference);
  expect(Math.abs((saved?.result.value ?? NaN) - (rows?.result.value ?? NaN))).toBeLessThanOrEqual(1 / 50);
});

it('leaves out features without rows on that side', () => {
  const alone = read([reference, table({ tempo: [0.5] }, { refId: 'B' })]);
  expect(finish(profileOf(alone, 'current'))).not.toContain('mode');
});
