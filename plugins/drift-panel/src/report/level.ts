/** How far a chunk is from its limit. The views turn it into a colour and a mark. */
export const LEVELS = ['no data', 'few', 'unjudged', 'low', 'near', 'over', 'well over', 'far over'] as const;
export type Level = (typeof LEVELS)[number];

/** Upper ends of the levels, in limits. The legend, the bars and the cells share them. */
export const LEVEL_ENDS = { low: 0.5, near: 1, over: 1.5, wellOver: 2.2 } as const;

/** Effect ÷ limit → level. At the limit exactly counts as near: "over" means over. */
export function levelOf(effect: number | undefined): Level {
  if (effect === undefined || Number.isNaN(effect)) {
    return 'unjudged';
  }
  if (effect <= LEVEL_ENDS.near) {
    return effect < LEVEL_ENDS.low ? 'low' : 'near';
  }
  if (effect <= LEVEL_ENDS.over) {
    return 'over';
  }
  return effect <= LEVEL_ENDS.wellOver ? 'well over' : 'far over';
}

/** Position of a level in `LEVELS`, as the heatmap stores it. */
export function levelIndex(level: Level): number {
  return LEVELS.indexOf(level);
}
