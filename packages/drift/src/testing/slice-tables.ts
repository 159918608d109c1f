// Printed by reference/monitor_tables.py with pandas 3.1.1, scipy 1.17.1, statsmodels 0.15.0.

/** Rows, upper ends of the slices' shares, what each adds, on either side. */
export const sides = {
  reference: [400, [0.5, 0.95, 1.0, 1.0], [0.0, 1.0, 5.0, 0.0]],
  current: [300, [0.2, 0.75, 0.85, 1.0], [0.4, 1.0, 4.0, -2.0]],
} as const;

/** slice, rows of reference and current, mix, within, D, p, p after Holm */
export const slicesOfMean = [
  [0, 202, 57, 0.15207299871752944, 0.12798946267208422, 0.2147820045162411, 0.027636415755536596, 0.05527283151107319],
  [1, 177, 173, 0.039735537345369255, 0.03906173014861516, 0.0778224094575618, 0.6232188792055982, 0.6232188792055982],
  [2, 21, 25, 0.11694489003757577, -0.06300188200788513, null, null, null],
  [3, 0, 45, -0.4143370813331256, 0.0, null, null, null],
] as const;

/** mean of reference and current */
export const overallMeans = [0.7534340433962643, 0.7518996989764274] as const;

/** category, mix of each slice, within of each slice */
export const slicesOfShare = [
  [
    'high',
    0.05356641479937468,
    0.01529165251515845,
    0.01839722222222222,
    -0.0605,
    0.045150251867291984,
    0.014761125262619296,
    0.0,
    0.0,
  ],
  [
    'low',
    -0.03205796638874415,
    -0.020689263699748533,
    -0.008710416666666665,
    0.10095833333333334,
    -0.0597878669445892,
    -0.024712819633584796,
    0.0,
    0.0,
  ],
  [
    'middle',
    -0.02150844841063053,
    0.005397611184590092,
    -0.009686805555555556,
    -0.04045833333333334,
    0.014637615077297201,
    0.009951694370965457,
    0.0,
    0.0,
  ],
] as const;

/** total variation, its mix, its within */
export const slicesOfVariation = [0.08666666666666667, 0.026755289536755343, 0.05991137712991132] as const;
