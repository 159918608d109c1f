/** Features by effect, the unjudged below the judged, equal ones by name. */
export function byEffect<T extends { effect?: number; feature: string }>(features: readonly T[]): T[] {
  const rank = ({ effect }: T) => (effect === undefined ? -1 : effect);
  return [...features].sort((a, b) => (rank(b) === rank(a) ? a.feature.localeCompare(b.feature) : rank(b) - rank(a)));
}

/**
 * End of the axis for effects: three limits, or six where some feature is well beyond. Only two ends, so that bars
 * keep their length from refresh to refresh; what goes beyond the end has an arrow and its number.
 */
export function effectMaxOf(features: ReadonlyArray<{ effect?: number }>): number {
  return features.some(({ effect }) => effect !== undefined && effect > 4) ? 6 : 3;
}
