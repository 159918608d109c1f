import { colorManipulator, type GrafanaTheme2 } from '@grafana/data';
import type { State } from '@soundcheck/drift';
import type { Level } from '../report/level.ts';
import type { Tone } from '../report/report.ts';

/** All colours of the panel, from theme tokens only. */
export interface Palette {
  current: string;
  reference: string;
  limit: string;
  /** The limit in words: readable on the panel's background, which the line's colour is not in a light theme. */
  limitText: string;
  line: string;
  axis: string;
  text: string;
  grid: string;
  track: string;
  level: Record<Level, string>;
  tone: Record<Tone, string>;
}

/**
 * Colour begins at the limit: below it only two quiet tints. Above it lightness falls with every step, so that the order
 * survives colour blindness and print.
 */
export function paletteOf(theme: GrafanaTheme2): Palette {
  const hue = (name: string) => theme.visualization.getColorByName(name);
  const quiet = (share: number) => mixed(hue('semi-dark-blue'), theme.colors.background.primary, share);
  const over = hue('light-orange');
  const wellOver = hue('dark-orange');
  const farOver = hue('dark-red');
  return {
    current: colorManipulator.alpha(theme.isDark ? hue('semi-dark-blue') : hue('light-blue'), 0.85),
    reference: theme.isDark ? colorManipulator.alpha(theme.colors.text.maxContrast, 0.75) : theme.colors.text.secondary,
    limitText: theme.colors.warning.text,
    limit: theme.isDark ? hue('semi-dark-orange') : hue('dark-orange'),
    line: theme.isDark ? hue('blue') : hue('semi-dark-blue'),
    axis: theme.colors.text.secondary,
    text: theme.colors.text.primary,
    grid: theme.colors.border.weak,
    track: theme.colors.border.weak,
    level: {
      'no data': theme.colors.border.medium,
      few: theme.colors.border.medium,
      unjudged: theme.colors.border.medium,
      low: quiet(theme.isDark ? 0.11 : 0.06),
      near: quiet(theme.isDark ? 0.25 : 0.17),
      over,
      'well over': wellOver,
      'far over': farOver,
    },
    tone: {
      calm: theme.colors.border.strong,
      possible: over,
      drift: wellOver,
      unknown: theme.colors.text.disabled,
    },
  };
}

/** A tint that covers what is behind it: cells look the same in a chosen row. */
function mixed(colour: string, background: string, share: number): string {
  const over = colorManipulator.decomposeColor(colorManipulator.asRgbString(colour)).values;
  const under = colorManipulator.decomposeColor(colorManipulator.asRgbString(background)).values;
  const part = (at: number) => Math.round((over[at] ?? 0) * share + (under[at] ?? 0) * (1 - share));
  return `rgb(${part(0)}, ${part(1)}, ${part(2)})`;
}

/** Colour of an effect's bar: grey as long as nothing is confirmed, whatever the effect. */
export function barColour(palette: Palette, level: Level, state: State): string {
  const confirmed = state === 'drift' || state === 'possible';
  return confirmed && isOver(level) ? palette.level[level] : palette.axis;
}

export function isOver(level: Level): boolean {
  return level === 'over' || level === 'well over' || level === 'far over';
}
