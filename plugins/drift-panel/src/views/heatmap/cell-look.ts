import type { Level } from '../../report/level.ts';
import type { Palette } from '../palette.ts';

/** What a cell looks like. A mark is a shape, so that nothing is told by colour alone. */
export interface Look {
  /** Judged cells only; the lightness differs from level to level. */
  fill?: string;
  /** `hatch`: nothing was measured; `dots`: too few rows; `line`: measured, not judged. */
  mark: 'none' | 'hatch' | 'dots' | 'line';
  /** Colour of the mark. */
  ink: string;
}

export function lookOf(level: Level, palette: Palette): Look {
  const ink = palette.level[level];
  switch (level) {
    case 'no data':
      return { mark: 'hatch', ink };
    case 'few':
      return { mark: 'dots', ink };
    case 'unjudged':
      return { mark: 'line', ink };
    default:
      return { fill: ink, mark: 'none', ink };
  }
}
