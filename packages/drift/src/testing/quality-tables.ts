// Printed by reference/monitor_tables.py with statsmodels 0.15.0, mpmath 1.4.1.

/** rows of one kind, rows: reference; current; standard error of the difference */
export const shareErrors = [
  [3, 1000, 40, 500, 0.009139730120012662],
  [0, 200, 2, 3000, 0.0018251712248443983],
  [700, 1000, 5, 10, 0.14590957460151835],
  [1, 30, 29, 31, 0.12803687993289598],
] as const;

/** k, rows: reference, current; the chance of k or more current rows outside the reference's range */
export const outside = [
  [1, 2, 1, 0.6666666666666666],
  [5, 30, 30, 0.09725488605952477],
  [9, 300, 200, 0.0015259089597053502],
  [1, 1000, 50, 0.09301375459621408],
  [900, 50, 2000, 6.9647000457080304e-12],
  [8, 5000, 500, 3.6714022557884256e-8],
  [60, 40, 80, 1.5002649546582553e-15],
] as const;
