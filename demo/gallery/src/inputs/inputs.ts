import type { GalleryDashboard } from '../dashboard/dashboard.ts';
import { FROM, TO } from '../data/times.ts';
import { countPanels } from './counts.ts';
import { profilePanel } from './profile.ts';
import { rowPanels } from './rows.ts';
import { scorePanels } from './scores.ts';

/** Every shape of data that the panel reads. */
export function inputsDashboard(): GalleryDashboard {
  return {
    uid: 'gallery-inputs',
    title: 'Drift panel: inputs',
    description: 'The same drift in every shape of data that the panel reads: rows, counts, scores.',
    from: FROM,
    to: TO,
    panels: [...rowPanels(), profilePanel(), ...countPanels(), ...scorePanels()],
  };
}
