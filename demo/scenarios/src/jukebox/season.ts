/** How songs change over the week: a slow change of taste and a Christmas season. All times are hours before history's end. */

interface Onset {
  startHours: number;
  rampHours: number;
  /** Change of the logit's mean once the season is in full swing. */
  amount: number;
}

/** The season comes in one feature after the other. */
const season: Record<string, Onset> = {
  acousticness: { startHours: -50, rampHours: 14, amount: 1.0 },
  valence: { startHours: -42, rampHours: 14, amount: 0.5 },
  energy: { startHours: -36, rampHours: 14, amount: -0.45 },
  danceability: { startHours: -30, rampHours: 14, amount: -0.25 },
};

/** Slow and fast songs take the place of the middling ones last. */
const tempoSeason = { startHours: -24, rampHours: 14, amount: 1 };

/** Taste moves from the first hour of the week, too slowly to be seen for days. */
const taste: Record<string, number> = { danceability: -0.2 };

const weekHours = 168;

/** Change of a feature's logit mean at a time; 0 for features that do not change. */
export function shift(feature: string, hours: number): number {
  const onset = season[feature];
  const slow = taste[feature] ?? 0;
  return slow * clamp(1 + hours / weekHours) ** 2 + (onset ? onset.amount * ramp(onset, hours) : 0);
}

/** Share of songs whose tempo is that of the season, 0..1. */
export function seasonShare(hours: number): number {
  return tempoSeason.amount * ramp(tempoSeason, hours);
}

/** From 0 to 1, with no kink at either end (3u² − 2u³). */
function ramp({ startHours, rampHours }: Onset, hours: number): number {
  const u = clamp((hours - startHours) / rampHours);
  return u * u * (3 - 2 * u);
}

function clamp(u: number): number {
  return Math.min(1, Math.max(0, u));
}
