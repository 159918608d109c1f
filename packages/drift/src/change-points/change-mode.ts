/** Which changes of the level count. */
export type ChangeMode = 'up' | 'down' | 'both';

/** The mode in words. */
export const modeInWords: Record<ChangeMode, string> = { up: 'up', down: 'down', both: 'up and down' };
