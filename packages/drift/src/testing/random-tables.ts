// Printed by reference/random_tables.py.

/** xoshiro128** from the state 1, 2, 3, 4: published outputs (rand_xoshiro, from the authors' C program). */
export const xoshiroFrom1234 = [
  11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849, 3729100597, 4258142804,
];

/** seed, first three whole numbers, the next uniform double. */
export const seededStreams = [
  [0, 3809008728, 1133695204, 53579671, 0.6732365118900101],
  [1, 2442144158, 3238099751, 3819917871, 0.4900204574360133],
  [42, 2837322924, 544945897, 479756282, 0.814939410083783],
  [2147483648, 3777240597, 340332888, 1644009166, 0.029500876364468964],
  [4294967295, 835879718, 1921286648, 2356205009, 0.4390675368031789],
] as const;

/** 0 … 9 in the order that seed 7 gives by Fisher-Yates from the front. */
export const shuffledBySeed7 = [2, 5, 6, 0, 9, 7, 1, 3, 4, 8];
