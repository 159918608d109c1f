import { describe, expect, it } from 'vitest';
import { bucketBounds, serverFamilies } from './families.ts';

describe('the families of a model server', () => {
  it("has OVMS's bucket bounds, the two limits of the Apdex panel among them", () => {
    const published = [
      10, 18, 32, 58, 104, 188, 340, 612, 1101, 1983, 3570, 6426, 11568, 20822, 37481, 67466, 121439, 218591, 393464,
    ];
    expect(bucketBounds.slice(0, published.length)).toEqual(published);
    expect(bucketBounds).toHaveLength(33);
    expect(bucketBounds.at(-1)).toBe(1474755971);
  });

  it("has OVMS's labels: the interface on requests, not on inference and waiting", () => {
    const { success, durations } = serverFamilies('jukebox');
    expect(success.labels).toEqual({
      api: 'KServe',
      interface: 'REST',
      method: 'ModelInfer',
      name: 'jukebox',
      version: '1',
    });
    expect(durations.request.labels).toEqual({ interface: 'REST', name: 'jukebox', version: '1' });
    expect(durations.wait.labels).toEqual({ name: 'jukebox', version: '1' });
  });
});
