export { createEmulator } from './emulator.ts';
export type { Emulator, EmulatorOptions } from './emulator.ts';
export type { Clock } from './clock.ts';
