import { start } from './engine.ts';

/** The script for the Go shell's engine: the core as the global `soundcheck`. No module, as the engine has none. */
Object.assign(globalThis, { soundcheck: { start } });
