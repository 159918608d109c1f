import type { GrafanaTheme2 } from '@grafana/data';

export interface SeriesStyle {
  colour: string;
  /** Empty: a solid line. */
  dash: string;
}

/** More lines than this cannot be told apart; the rest is drawn quietly. */
export const MOST_COLOURED = 8;

const DARK = ['blue', 'light-purple', 'semi-dark-green', 'light-yellow', 'light-blue', 'purple', 'green', 'yellow'];
const LIGHT = [
  'dark-blue',
  'purple',
  'dark-green',
  'dark-yellow',
  'semi-dark-blue',
  'dark-purple',
  'semi-dark-green',
  'semi-dark-yellow',
];
const DASHES = ['', '7 3', '2 3', '9 3 2 3', '4 2', '1 2', '12 3', '6 2 2 2 2 2'];

/**
 * Look of the nth of several lines; orange and red are left to the limit and what is over it. The dash repeats what the
 * colour says.
 * @param fixed colour that the field's options give the feature
 */
export function seriesStyle(theme: GrafanaTheme2, at: number, fixed?: string): SeriesStyle {
  const hue = (theme.isDark ? DARK : LIGHT)[at];
  if (hue === undefined) {
    return { colour: fixed ?? theme.colors.text.disabled, dash: '' };
  }
  return { colour: fixed ?? theme.visualization.getColorByName(hue), dash: DASHES[at] ?? '' };
}
