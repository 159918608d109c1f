import { useState } from 'react';
import { DISTRIBUTION_MODES, type DistributionMode, type DriftOptions } from '../../options/options.ts';
import { t } from '../../i18n/translate.ts';
import type { Distribution } from '../../report/distribution.ts';
import { canBeLog } from './edge-scale.ts';

/** How the distribution is drawn. */
export interface Mode {
  mode: DistributionMode;
  logX: boolean;
  logY: boolean;
}

/** What this distribution can be drawn as: categories have no density, no order and so no ECDF or Q–Q. */
export function modesOf({ cells, ecdf, qq }: Distribution): DistributionMode[] {
  const has: Record<DistributionMode, boolean> = {
    density: cells.kind === 'bins',
    percent: true,
    count: true,
    ecdf: ecdf !== undefined,
    difference: true,
    qq: qq !== undefined,
  };
  return DISTRIBUTION_MODES.filter((mode) => has[mode]);
}

/** The wanted mode, or what comes nearest to it. */
export function fitting({ mode, logX, logY }: Mode, distribution: Distribution): Mode {
  const { cells } = distribution;
  const possible = modesOf(distribution).includes(mode) ? mode : 'percent';
  return {
    mode: possible,
    logX: logX && cells.kind === 'bins' && canBeLog(cells.edges),
    logY: logY && hasLogY(possible),
  };
}

/** Differences have a sign, cumulated shares end at 1, a Q–Q plot has the same axis twice. */
export function hasLogY(mode: DistributionMode): boolean {
  return mode === 'density' || mode === 'percent' || mode === 'count';
}

export function modeLabel(mode: DistributionMode): string {
  switch (mode) {
    case 'density':
      return t('distribution.mode.density', 'Density');
    case 'percent':
      return t('distribution.mode.percent', 'Percent');
    case 'count':
      return t('distribution.mode.count', 'Count');
    case 'ecdf':
      return t('distribution.mode.ecdf', 'ECDF');
    case 'difference':
      return t('distribution.mode.difference', 'Difference');
    case 'qq':
      return t('distribution.mode.qq', 'Q–Q');
  }
}

/** Title of the axis of values. */
export function valueTitle(mode: DistributionMode): string {
  switch (mode) {
    case 'density':
      return t('distribution.axis.density', 'density');
    case 'percent':
      return t('distribution.axis.percent', 'share of the rows');
    case 'count':
      return t('distribution.axis.count', 'rows');
    case 'ecdf':
      return t('distribution.axis.ecdf', 'share of the rows up to a value');
    case 'difference':
      return t('distribution.axis.difference', 'share of current − share of reference');
    case 'qq':
      return t('distribution.axis.qq', 'quantiles: reference →, current ↑');
  }
}

/** What the viewer chose; what the options say until then, and again when they change. */
export function useMode(options: DriftOptions['distribution']): [Mode, (change: Partial<Mode>) => void] {
  const [chosen, setChosen] = useState<{ under: Mode; mode: Mode }>();
  const same =
    chosen &&
    chosen.under.mode === options.mode &&
    chosen.under.logX === options.logX &&
    chosen.under.logY === options.logY;
  const mode = same ? chosen.mode : options;
  return [mode, (change) => setChosen({ under: options, mode: { ...mode, ...change } })];
}
