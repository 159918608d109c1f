export type * from './contract.ts';
export { readMonitors } from './file/read.ts';
export type { Reading } from './file/read.ts';
export type { Problem } from './file/problem.ts';
export type { MonitorsFile } from './file/shape.ts';
export { planOf } from './plan/plan.ts';
export { levelText } from './plan/limits.ts';
