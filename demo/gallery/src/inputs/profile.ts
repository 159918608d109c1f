import type { GalleryPanel } from '../dashboard/dashboard.ts';
import { frame } from '../dashboard/frame.ts';
import { framesQuery } from '../dashboard/query.ts';
import { creditCurrent } from '../data/credit.ts';
import { only } from '../data/wide.ts';
import { countedBins, countedCategories } from './counted.ts';

const DEBT = [0.1, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.6];

/** The current rows against a reference that is saved in the panel's options. */
export function profilePanel(): GalleryPanel {
  const current = only(creditCurrent(), ['time', 'debt_ratio', 'country']);
  return {
    title: 'A saved profile as reference',
    shows: 'One query with the current rows; the reference is a profile, counts in the options of the panel.',
    queries: [framesQuery('A', [frame(current)])],
    options: { reference: { from: 'profile', profile: profile() } },
  };
}

/** As "Save as profile" of the panel writes it, version 1. */
function profile(): string {
  const debt = countedBins('debt_ratio', DEBT);
  const country = countedCategories('country', ['US', 'DE', 'BR', 'JP']);
  return JSON.stringify({
    soundcheck: 'profile',
    version: 1,
    features: [
      {
        feature: debt.feature,
        // JSON has no infinity.
        edges: ['-Infinity', ...DEBT, 'Infinity'],
        counts: debt.reference,
        missing: 0,
      },
      { feature: country.feature, categories: country.cells, counts: country.reference, missing: 0 },
    ],
  });
}
