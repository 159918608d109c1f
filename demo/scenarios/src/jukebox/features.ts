import type { Random } from '../random.ts';
import { seasonShare, shift } from './season.ts';

/** Two moods of a song that several features share; each is standard normal. */
interface Mood {
  intensity: number;
  joy: number;
}

/** A song while it is drawn: when it is played, its moods, and its own source of chance. */
export interface Draw {
  random: Random;
  mood: Mood;
  /** Hours relative to the end of history; -Infinity for the reference, which knows neither season nor change of taste. */
  hours: number;
}

export interface SongFeature {
  name: string;
  discrete: boolean;
  /** A value scaled to 0..1. */
  draw(draw: Draw): number;
}

interface LogitNormal {
  /** Median of the feature, 0..1. */
  median: number;
  /** Standard deviation of its logit. */
  spread: number;
  /** Share of the logit's variance that comes from a mood, with the sign of the correlation in `sign`. */
  mood?: { of: keyof Mood; weight: number };
}

/** A continuous feature whose logit is normal; season and taste move the logit's mean and nothing else. */
function continuous(name: string, { median, spread, mood }: LogitNormal): SongFeature {
  const centre = Math.log(median / (1 - median));
  const weight = mood?.weight ?? 0;
  return {
    name,
    discrete: false,
    draw({ random, mood: moods, hours }) {
      const own = Math.sqrt(1 - weight * weight) * random.normal();
      const shared = mood ? weight * moods[mood.of] : 0;
      return logistic(centre + shift(name, hours) + spread * (own + shared));
    },
  };
}

function flag(name: string, share: number): SongFeature {
  return { name, discrete: true, draw: ({ random }) => (random.uniform() < share ? 1 : 0) };
}

/** Popular keys are commoner; twelve pitch classes scaled to 0..1. */
const keyWeights = [12, 13, 9, 3, 7, 8, 8, 10, 7, 8, 6, 9];

function pitchClass(): SongFeature {
  const total = keyWeights.reduce((sum, weight) => sum + weight, 0);
  return {
    name: 'key',
    discrete: true,
    draw({ random }) {
      let left = random.uniform() * total;
      const key = keyWeights.findIndex((weight) => (left -= weight) < 0);
      return Math.max(0, key) / 11;
    },
  };
}

/** More than half of all songs have no instrumental part to speak of. */
function instrumentalness(): SongFeature {
  return {
    name: 'instrumentalness',
    discrete: false,
    draw({ random }) {
      const sung = random.uniform() < 0.55;
      const part = logistic(-5 + 1.8 * random.normal());
      return sung ? 0 : part;
    },
  };
}

const tempoCentre = 0.52;

/**
 * Out of season one hump; songs of the season are slow or fast, both equally often and equally far from the centre.
 * So the mean stays where it is while the shape changes.
 */
function tempo(): SongFeature {
  return {
    name: 'tempo',
    discrete: false,
    draw({ random, mood, hours }) {
      const seasonal = random.uniform() < seasonShare(hours);
      const fast = random.uniform() < 0.5;
      const noise = 0.95 * random.normal() + 0.31 * mood.intensity;
      const value = seasonal ? tempoCentre + (fast ? 0.14 : -0.14) + 0.035 * noise : tempoCentre + 0.12 * noise;
      return Math.min(1, Math.max(0, value));
    },
  };
}

function logistic(x: number): number {
  return 1 / (1 + Math.exp(-x));
}

/** The model's 13 inputs in its order. Medians and spreads are near those of popular music; no song is real. */
export const songFeatures: SongFeature[] = [
  flag('is_explicit', 0.33),
  continuous('duration_ms', { median: 0.2, spread: 0.3 }),
  continuous('danceability', { median: 0.69, spread: 0.6, mood: { of: 'joy', weight: 0.5 } }),
  continuous('energy', { median: 0.66, spread: 0.75, mood: { of: 'intensity', weight: 0.7 } }),
  pitchClass(),
  continuous('loudness', { median: 0.75, spread: 0.35, mood: { of: 'intensity', weight: 0.6 } }),
  flag('mode', 0.51),
  continuous('speechiness', { median: 0.09, spread: 0.9 }),
  continuous('acousticness', { median: 0.22, spread: 1.3, mood: { of: 'intensity', weight: -0.6 } }),
  instrumentalness(),
  continuous('liveness', { median: 0.13, spread: 0.7 }),
  continuous('valence', { median: 0.54, spread: 0.95, mood: { of: 'joy', weight: 0.6 } }),
  tempo(),
];
