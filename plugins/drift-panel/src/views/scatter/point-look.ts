import type { State } from '@soundcheck/drift';
import { t } from '../../i18n/translate.ts';
import type { Palette } from '../palette.ts';

/** Shape and colour of a state: the shape says the same as the colour. */
export interface PointLook {
  /** Outline around 0,0, about 10 px wide. */
  path: string;
  colour: string;
  isFilled: boolean;
}

const DIAMOND = 'M0,-6.5L6.5,0L0,6.5L-6.5,0Z';
const TRIANGLE = 'M0,-5.5L5.5,4.5H-5.5Z';
const CIRCLE = 'M-4,0a4,4 0 1,0 8,0a4,4 0 1,0 -8,0Z';
const SQUARE = 'M-4,-4H4V4H-4Z';
const CROSS = 'M-4,-4L4,4M-4,4L4,-4';

export function pointLook(state: State, palette: Palette): PointLook {
  switch (state) {
    case 'drift':
      return { path: DIAMOND, colour: palette.level['far over'], isFilled: true };
    case 'possible':
      return { path: TRIANGLE, colour: palette.level['well over'], isFilled: true };
    case 'no drift':
      return { path: CIRCLE, colour: palette.line, isFilled: true };
    case 'too few rows':
      return { path: CIRCLE, colour: palette.axis, isFilled: false };
    case 'unknown scale':
      return { path: SQUARE, colour: palette.axis, isFilled: false };
    case 'no data':
      return { path: CROSS, colour: palette.axis, isFilled: false };
  }
}

export function stateText(state: State): string {
  switch (state) {
    case 'drift':
      return t('state.drift', 'drift');
    case 'possible':
      return t('state.possible', 'possible drift');
    case 'no drift':
      return t('state.no-drift', 'no drift');
    case 'too few rows':
      return t('state.too-few-rows', 'too few rows');
    case 'unknown scale':
      return t('state.unknown-scale', 'unknown scale');
    case 'no data':
      return t('state.no-data', 'no data');
  }
}

/** As legends list them: what matters most first. */
export const STATES: readonly State[] = ['drift', 'possible', 'no drift', 'too few rows', 'unknown scale', 'no data'];
