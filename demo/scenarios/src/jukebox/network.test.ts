import { describe, expect, it } from 'vitest';
import { popularity } from './network.ts';
import { defaultSeed, jukebox } from './jukebox.ts';

describe('the jukebox model', () => {
  it('gives 72 probabilities that need not add up to 1', () => {
    const outputs = popularity(new Array<number>(13).fill(0.5));
    expect(outputs).toHaveLength(72);
    expect(outputs.every((p) => p > 0 && p < 1)).toBe(true);
    expect(Math.abs(outputs.reduce((sum, p) => sum + p, 0) - 1)).toBeGreaterThan(1);
  });

  it('listens to every feature', () => {
    const song = jukebox(defaultSeed).reference[0]?.inputs ?? [];
    const outputs = popularity(song);
    song.forEach((value, f) => {
      const other = song.map((v, i) => (i === f ? (value > 0.5 ? 0 : 1) : v));
      expect(popularity(other)).not.toEqual(outputs);
    });
  });
});
