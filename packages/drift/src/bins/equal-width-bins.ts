/** `count` bins of equal width over [min, max]: count + 1 ascending edges, the outer ones exactly min and max. */
export function equalWidthBins(min: number, max: number, count: number): Float64Array {
  const edges = new Float64Array(count + 1);
  const width = (max - min) / count;
  for (let i = 0; i < count; i++) {
    edges[i] = min + i * width;
  }
  edges[count] = max;
  return edges;
}
