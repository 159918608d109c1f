/**
 * Last 500 inferences of the default week against its 5000 reference rows, by scipy 1.17.1 (numpy 2.4.6, Python 3.11):
 * `ks_2samp(reference, current)` with its exact p-value, `ttest_ind(reference, current, equal_var=False)`.
 * Holm over the 13 features at 0.05 decides drift, for each test by itself.
 */
export interface ScipyRow {
  feature: string;
  d: number;
  p: number;
  t: number;
  /** Holm's verdict on Kolmogorov-Smirnov. */
  drift: boolean;
  /** Holm's verdict on the means. */
  meanDrift: boolean;
}

function row(feature: string, [d, p, t]: [number, number, number], verdicts: 'none' | 'both' | 'shape'): ScipyRow {
  return { feature, d, p, t, drift: verdicts !== 'none', meanDrift: verdicts === 'both' };
}

export const scipyJukebox: ScipyRow[] = [
  row('is_explicit', [0.0232, 0.9634636916186183, -1.0362377888565064], 'none'),
  row('duration_ms', [0.0284, 0.8484645018567919, -0.6700808965846933], 'none'),
  row('danceability', [0.3106, 2.3478185195645415e-39, 15.718411992142473], 'both'),
  row('energy', [0.21, 4.881046015488053e-18, 10.860080169591342], 'both'),
  row('key', [0.0318, 0.7373721696670036, 1.1325248486529507], 'none'),
  row('loudness', [0.0408, 0.4264992134965221, -0.4559959339532282], 'none'),
  row('mode', [0.003, 1.0, -0.12790268847127476], 'none'),
  row('speechiness', [0.0306, 0.7785841026353199, 0.8710994891492152], 'none'),
  row('acousticness', [0.3066, 2.4354435050889645e-38, -14.511596697453712], 'both'),
  row('instrumentalness', [0.0328, 0.702034327786286, 0.31663302777824276], 'none'),
  row('liveness', [0.0214, 0.9831069540714223, -0.5743805982276362], 'none'),
  row('valence', [0.218, 2.0384361525561125e-19, -11.319260611689604], 'both'),
  row('tempo', [0.2528, 4.812034036250005e-26, 0.25187301067916784], 'shape'),
];
