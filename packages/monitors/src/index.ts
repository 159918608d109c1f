export type * from './contract.ts';

// What the plan asks of a service, and what it has
export { compareSchedules } from './reconcile/compare-schedules.ts';
export type { Comparison, ServiceView, UnwantedState, WantedState } from './reconcile/compare-schedules.ts';
export { changeKey, nextChange } from './reconcile/next-change.ts';
export type { Change } from './reconcile/next-change.ts';
export { decodeRemembered, encodeRemembered } from './reconcile/remembered.ts';
export type { Remembered } from './reconcile/remembered.ts';
export { wantedSchedules } from './reconcile/wanted-schedules.ts';
export type { WantedSchedule } from './reconcile/wanted-schedules.ts';
