// Printed by reference/cell_tables.py with frouros 0.9.0, scipy 1.14.1 and numpy 2.1.3.

/** shape, n, m, shift, scale; over 12 equal bins: BhattacharyyaDistance (it is 1 − Σ √(pq)), HINormalizedComplement, HellingerDistance, PSI (empty bins count as the least positive double) */
export const frourosDistances = [
  ['uniform', 400, 300, 0.1, 1.0, 0.08798443481390361, 0.14416666666666667, 0.2966217032078125, 120.03253057348604],
  ['bell', 730, 731, 0.3, 1.0, 0.014169349992938063, 0.1277514382624665, 0.11903507883366991, 0.11467131258943271],
  ['bell', 200, 300, 8.0, 1.0, 1.0, 1.0, 1.0, 1414.0365505157515],
  ['skew', 900, 1100, 0.01, 1.2, 0.024325347414585807, 0.07525252525252524, 0.15596585336087432, 31.40282324073823],
] as const;
