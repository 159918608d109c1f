/** Exchanges that are not played against the emulator, by a pattern on their name, and why. */
export const notPlayed: ReadonlyArray<{ name: RegExp; reason: string }> = [
  { name: /-db-/, reason: 'The emulator has no database storage of the Java kind.' },
  { name: /-types-(after-)?(meanshift|kstest|approxkstest)$/, reason: 'The rows they compare are not recorded.' },
  {
    name: /^252-/,
    reason: 'Asked in the middle of a tick, as it seems: two of four schedules have not published yet.',
  },
];

/** Paths of the recorded API description that the emulator lacks. */
export const pathsLeftOut = /^\/explainers\//;
