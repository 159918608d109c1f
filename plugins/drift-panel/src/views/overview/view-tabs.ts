import { t } from '../../i18n/translate.ts';
import type { ViewName } from '../../options/options.ts';
import { textWidth } from '../marks/text-width.ts';

/** The views by name, in the order of the tabs. */
export function viewLabels(): Record<ViewName, string> {
  return {
    overview: t('view.overview', 'Overview'),
    ranking: t('view.ranking', 'Ranking'),
    heatmap: t('view.heatmap', 'Heatmap'),
    'over-time': t('view.overTime', 'Over time'),
    distribution: t('view.distribution', 'Distribution'),
    contribution: t('view.contribution', 'Contribution'),
    ridgeline: t('view.ridgeline', 'Ridgeline'),
    calendar: t('view.calendar', 'Calendar'),
    scatter: t('view.scatter', 'Scatter'),
    quality: t('view.quality', 'Quality'),
  };
}

/** What answers the next question of most viewers comes first; ranking and heatmap are in the overview already. */
const ORDER: readonly ViewName[] = [
  'overview',
  'over-time',
  'distribution',
  'contribution',
  'quality',
  'heatmap',
  'ranking',
  'ridgeline',
  'calendar',
  'scatter',
];

/** Padding of a tab at both sides, and the menu's button. */
const TAB = 20;
const MENU = 36;

export interface Tabs {
  shown: ViewName[];
  /** In the menu. */
  rest: ViewName[];
  /** About how wide tabs and menu are. */
  width: number;
}

/** As many views as fit side by side, the current one always; the others go into the menu. */
export function tabsFor(current: ViewName, room: number, labels: Record<ViewName, string>): Tabs {
  const size = (view: ViewName) => textWidth(labels[view], 12) + TAB;
  const shown: ViewName[] = [current];
  let width = size(current) + MENU;
  for (const view of ORDER) {
    if (view !== current) {
      if (width + size(view) > room) {
        break;
      }
      shown.push(view);
      width += size(view);
    }
  }
  const inOrder = ORDER.filter((view) => shown.includes(view));
  return { shown: inOrder, rest: ORDER.filter((view) => !shown.includes(view)), width };
}
